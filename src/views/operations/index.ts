// Any operation of any AWS service from the command palette: find it, fill in its input where it needs one, run it.

import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { UnknownOperationError } from '../../core/errors.ts';
import { toJson } from '../../core/json.ts';
import type { Catalogue } from '../../core/models/catalogue.ts';
import type { OperationModel, Service } from '../../core/models/model.ts';
import { documentationUrl, inputSkeleton, requiresInput } from '../../core/models/skeleton.ts';
import { openInBrowser } from '../browser.ts';
import { documentUri } from '../documentUri.ts';
import { commands, languages, schemes } from '../ids.ts';
import type { ActiveProfile, Documents } from '../offers.ts';
import type { Report } from '../report.ts';
import { buildInputPath, formatTarget, type InputAddress, parseInputPath } from './inputAddress.ts';
import { InputFiles } from './inputFiles.ts';
import { InputLenses } from './inputLenses.ts';
import { InputProblems } from './inputProblems.ts';
import { watchInputTabs } from './inputTabs.ts';
import { KeptInputs } from './keptInputs.ts';
import { loadedHelp } from './loadedHelp.ts';
import type { PickedOperation, PickOperationOptions } from './pickOperation.ts';
import { addRecent, type OperationName } from './recentOperations.ts';
import { Runner } from './runner.ts';

export interface OperationsOptions {
  readonly profiles: ActiveProfile;
  readonly documents: Documents;
  readonly catalogue: Catalogue;
  readonly report: Report;
}

export function register(context: vscode.ExtensionContext, options: OperationsOptions): void {
  const { catalogue, report } = options;
  const problems = new InputProblems(catalogue, report);
  const kept = new KeptInputs({
    folder: vscode.Uri.joinPath(context.globalStorageUri, 'inputs').fsPath,
    windowId: () => context.storageUri?.path ?? readWindowId(context.workspaceState),
  });
  const files = new InputFiles((address) => prefill(catalogue, address), kept);
  const lenses = new InputLenses((uri) => runner.isRunning(uri));
  const runner = new Runner({
    ...options,
    problems,
    showInput,
    onChange: () => lenses.update(),
  });
  const help = loadedHelp(catalogue);
  const inputs = { scheme: schemes.input };
  const { registerCommand } = vscode.commands;
  context.subscriptions.push(
    problems,
    files,
    lenses,
    watchInputTabs({
      onShown: (uri) => files.keep(uri),
      onGone: (uri) => files.letGo(uri),
      onFailure: (error) => void report(error, 'Keeping the input'),
    }),
    vscode.workspace.registerFileSystemProvider(schemes.input, files, { isCaseSensitive: true }),
    vscode.languages.registerCodeLensProvider(inputs, lenses),
    vscode.languages.registerCompletionItemProvider(inputs, help, '"', ':'),
    vscode.languages.registerHoverProvider(inputs, help),
    vscode.languages.registerDocumentFormattingEditProvider(inputs, help),
    registerCommand(commands.runOperation, (target?: unknown) =>
      attempt(report, () => runOperation(context, options, runner, target)),
    ),
    registerCommand(commands.runInput, (uri?: unknown) =>
      attempt(report, () => runInput(runner, uri)),
    ),
    registerCommand(commands.openReference, (uri?: unknown) =>
      attempt(report, () => openReference(catalogue, uri)),
    ),
  );
}

/**
 * For an empty window, which has no folder to be known by, but a state of its own, in which VS Code keeps its tabs too.
 * Such a state may take seconds to reach the disk; the folder of a workspace is known at once.
 */
function readWindowId(state: vscode.Memento): string {
  const known = state.get<string>(windowKey);
  if (known !== undefined) return known;
  const id = randomUUID();
  void state.update(windowKey, id);
  return id;
}

const windowKey = 'windowOfInputs';

async function attempt(report: Report, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    void report(error, 'Run Operation');
  }
}

/**
 * Another extension or a key binding may name the operation: `{ service: 's3', operation: 'ListBuckets' }`. The tree names a
 * service, and where it is to be run.
 */
async function runOperation(
  context: vscode.ExtensionContext,
  { profiles, catalogue }: OperationsOptions,
  runner: Runner,
  target: unknown,
): Promise<void> {
  const chosen = isService(target) ? target : undefined;
  if (!chosen && !profiles.session) await vscode.commands.executeCommand(commands.selectProfile);
  const session = chosen ? profiles.sessionIn(chosen.profile, chosen.region) : profiles.session;
  if (session === undefined) return;
  const { profile, region } = session;
  const recent = context.globalState.get<readonly OperationName[]>(recentKey) ?? [];
  const picked = isOperation(target)
    ? target
    : await pick({
        catalogue,
        recent,
        target: formatTarget({ profile, region }),
        ...(chosen && { service: chosen.service }),
      });
  if (picked === undefined) return;
  const model = await readModel(catalogue, picked);
  if (picked.wish === 'reference') return openUrl(model);
  await context.globalState.update(
    recentKey,
    addRecent(recent, `${picked.service}.${picked.operation}`),
  );
  const address = { service: picked.service, operation: picked.operation, profile, region };
  const isFilledIn = picked.wish === 'edit' || requiresInput(model.service, model.operation);
  await (isFilledIn ? showInput(address) : runner.runActive(address));
}

const recentKey = 'recentOperations';

/** The search is loaded when it is first wanted. */
async function pick(options: PickOperationOptions): Promise<PickedOperation | undefined> {
  const { pickOperation } = await import('./pickOperation.ts');
  return pickOperation(options);
}

function isOperation(target: unknown): target is PickedOperation {
  return (
    typeof target === 'object' && target !== null && 'service' in target && 'operation' in target
  );
}

/** One of the operations of a service, in another profile and region than the active ones. */
interface ServiceTarget {
  readonly service: string;
  readonly profile: string;
  readonly region: string | undefined;
}

function isService(target: unknown): target is ServiceTarget {
  const isNamed = typeof target === 'object' && target !== null && !('operation' in target);
  return isNamed && 'service' in target && 'profile' in target;
}

async function showInput(address: InputAddress): Promise<void> {
  const uri = vscode.Uri.from({ scheme: schemes.input, path: buildInputPath(address) });
  const opened = await vscode.workspace.openTextDocument(uri);
  const document = await vscode.languages.setTextDocumentLanguage(opened, languages.input);
  await vscode.window.showTextDocument(document, { preview: false, ...firstBlank(document) });
}

/** The cursor goes into the first empty string, which is where there is something to fill in. */
function firstBlank(document: vscode.TextDocument): vscode.TextDocumentShowOptions {
  const offset = document.getText().indexOf('""');
  if (offset < 0) return {};
  const position = document.positionAt(offset + 1);
  return { selection: new vscode.Range(position, position) };
}

async function runInput(runner: Runner, target: unknown): Promise<void> {
  const uri = documentUri(target);
  const address = uri && parseInputPath(uri.path);
  if (uri === undefined || address === undefined) return;
  await runner.runDocument(await vscode.workspace.openTextDocument(uri), address);
}

async function openReference(catalogue: Catalogue, target: unknown): Promise<void> {
  const address = parseInputPath(documentUri(target)?.path ?? '');
  if (address) await openUrl(await readModel(catalogue, address));
}

async function prefill(catalogue: Catalogue, address: InputAddress): Promise<string> {
  const { service, operation } = await readModel(catalogue, address);
  return `${toJson(inputSkeleton(service, operation), 2)}\n`;
}

interface Model {
  readonly service: Service;
  readonly operation: OperationModel;
}

async function readModel(
  catalogue: Catalogue,
  name: { readonly service: string; readonly operation: string },
): Promise<Model> {
  const service = await catalogue.service(name.service);
  const operation = service.operations[name.operation];
  if (operation === undefined) throw new UnknownOperationError(name.service, name.operation, []);
  return { service, operation };
}

async function openUrl({ service, operation }: Model): Promise<void> {
  await openInBrowser(documentationUrl(service, operation.name));
}
