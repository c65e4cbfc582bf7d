// Actions of class L: what they begin goes on in a terminal, the browser, a file or a clone, and not in a document.

import { Readable } from 'node:stream';
import * as vscode from 'vscode';
import type { Document } from '../../core/protocols/protocol.ts';
import type { ActionInfo } from '../../core/resources/actions.ts';
import type { ResourceBase } from '../../core/resources/resourceBase.ts';
import { download } from '../../core/transfer/transfer.ts';
import { openInBrowser } from '../browser.ts';
import { commands } from '../ids.ts';
import { withProgress } from '../progress.ts';
import { commandLineOf } from './commandLines.ts';

/** Does work, after a sign-in where it needs one. */
type SignedIn = (work: () => Promise<unknown>) => Promise<unknown>;

/** True when it was handed over; false when there is only the answer to show, which the caller asks for then. */
export async function handOver(
  owner: ResourceBase,
  action: ActionInfo,
  input: Document,
  signedIn: SignedIn,
): Promise<boolean> {
  const request = await owner.input(owner.actionRule(action.name).params ?? {}, {}, input);
  const operation = `${action.service}.${action.operation}`;
  if (operation === 's3.GetObject') {
    await saveObject(owner, request, signedIn);
    return true;
  }
  const commandLine = commandLineOf(operation, request, await owner.callRegion());
  if (commandLine === undefined) return false;
  const { profile } = owner.session;
  await vscode.commands.executeCommand(commands.openTerminal, profile, commandLine);
  return true;
}

/** What an answer leads to: a page, or a repository to clone. False where it leads nowhere. */
export async function openAnswer(output: Document): Promise<boolean> {
  const url = findUrl(output);
  if (url === undefined) return false;
  if (url.startsWith('codecommit') || /\/v1\/repos\//.test(url)) {
    await vscode.commands.executeCommand('git.clone', url);
    return true;
  }
  return openInBrowser(url);
}

function findUrl(value: unknown): string | undefined {
  if (typeof value === 'string') return /^https:\/\/\S+$/.test(value) ? value : undefined;
  if (typeof value !== 'object' || value === null || value instanceof Readable) return undefined;
  for (const inner of Object.values(value)) {
    const found = findUrl(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Asks where to; a file that is there already is asked about by the dialog. */
async function saveObject(
  owner: ResourceBase,
  request: Document,
  signedIn: SignedIn,
): Promise<void> {
  const name =
    String(request.Key ?? '')
      .split('/')
      .at(-1) || 'object';
  const target = await vscode.window.showSaveDialog({
    title: `Download ${name}`,
    defaultUri: vscode.Uri.joinPath(startFolder(), name),
  });
  if (target === undefined) return;
  const client = await owner.client('s3');
  await signedIn(() =>
    withProgress(`Downloading ${name}…`, (signal) =>
      download(client, request, target.fsPath, { signal }),
    ),
  );
  vscode.window.setStatusBarMessage(`$(check) ${name} is in ${target.fsPath}`, toldMs);
}

const toldMs = 10_000;

function startFolder(): vscode.Uri {
  return vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(process.cwd());
}
