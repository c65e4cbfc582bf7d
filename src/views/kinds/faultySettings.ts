// Definitions in the settings that are wrong: told of in a notification, and shown where the settings are written. VS Code
// does not tell where that is. The person's own are a document only while they are open; those of a workspace are files.

import * as vscode from 'vscode';
import type { ValueFault } from '../../services/own/validate.ts';
import { settings } from '../ids.ts';
import type { InputText, Path } from '../inputText.ts';
import type { SettingDefinition } from './definitions.ts';
import { diagnose, sentenceOf } from './diagnose.ts';

export interface FaultyDefinition extends SettingDefinition {
  readonly faults: readonly ValueFault[];
}

/** True for a document with settings in it. */
export function hasSettings({ path }: vscode.Uri): boolean {
  return path.endsWith('/settings.json') || path.endsWith('.code-workspace');
}

/** What is wrong in each text of settings that has one of these definitions. */
export async function diagnoseSettings(
  faulty: readonly FaultyDefinition[],
): Promise<readonly (readonly [vscode.Uri, readonly vscode.Diagnostic[]])[]> {
  if (faulty.length === 0) return [];
  const [texts, { parseSettingsText }] = await Promise.all([
    readSettingsTexts(),
    import('../inputText.ts'),
  ]);
  return texts.map(({ uri, text }) => [
    uri,
    diagnoseText(uri, text, parseSettingsText(text), faulty),
  ]);
}

/** Definitions are told apart by what they say, since the same text may be of one window's settings and not of another's. */
function diagnoseText(
  { path }: vscode.Uri,
  text: string,
  parsed: InputText,
  faulty: readonly FaultyDefinition[],
): readonly vscode.Diagnostic[] {
  const at: Path = path.endsWith('.code-workspace')
    ? ['settings', settings.kinds]
    : [settings.kinds];
  const list = parsed.valueAt(at);
  const definitions: readonly unknown[] = Array.isArray(list) ? list : [];
  return definitions.flatMap((definition, i) => {
    const said = JSON.stringify(definition);
    const found = faulty.find(({ value }) => JSON.stringify(value) === said);
    return found ? diagnose(text, parsed, [...at, i], found.faults) : [];
  });
}

interface SettingsText {
  readonly uri: vscode.Uri;
  readonly text: string;
}

async function readSettingsTexts(): Promise<readonly SettingsText[]> {
  const open = vscode.workspace.textDocuments.filter(({ uri }) => hasSettings(uri));
  const known = new Set(open.map(({ uri }) => uri.toString()));
  const closed = workspaceSettings().filter((uri) => !known.has(uri.toString()));
  const read = await Promise.all(closed.map(readIfThere));
  return [...open.map((one) => ({ uri: one.uri, text: one.getText() })), ...read.flat()];
}

function workspaceSettings(): readonly vscode.Uri[] {
  const { workspaceFile, workspaceFolders = [] } = vscode.workspace;
  if (workspaceFile) return workspaceFile.scheme === 'untitled' ? [] : [workspaceFile];
  return workspaceFolders.map(({ uri }) => vscode.Uri.joinPath(uri, '.vscode', 'settings.json'));
}

async function readIfThere(uri: vscode.Uri): Promise<readonly SettingsText[]> {
  try {
    return [{ uri, text: new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) }];
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return [];
    throw error;
  }
}

/** Says the first fault, and offers to open the settings there. */
export async function tellOfFaulty(
  message: string,
  { isWorkspace }: SettingDefinition,
): Promise<void> {
  const title = 'Open Settings';
  if ((await vscode.window.showWarningMessage(message, title)) !== title) return;
  const command = isWorkspace ? 'openWorkspaceSettingsFile' : 'openSettingsJson';
  const place = { revealSetting: { key: settings.kinds } };
  await vscode.commands.executeCommand(`workbench.action.${command}`, place);
}

export function messageOf({ faults }: FaultyDefinition): string | undefined {
  const [first] = faults;
  return first && `${settings.kinds}: ${sentenceOf(first)}`;
}
