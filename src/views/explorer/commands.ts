// The commands of the tree. VS Code hands each the node it was called on, and all that are selected.

import * as vscode from 'vscode';
import { configPaths } from '../../core/config/sharedConfig.ts';
import { needsSignIn } from '../../core/errors.ts';
import type { Catalogue } from '../../core/models/catalogue.ts';
import type { Risk } from '../../core/resources/kind.ts';
import { Resource } from '../../core/resources/resource.ts';
import type { ResourceBase } from '../../core/resources/resourceBase.ts';
import { openInBrowser } from '../browser.ts';
import { commands } from '../ids.ts';
import type { ActionRun, Actions, ActiveProfile, Documents } from '../offers.ts';
import { withProgress } from '../progress.ts';
import type { Report } from '../report.ts';
import { showResource } from '../showResource.ts';
import { operationsTarget } from './item.ts';
import type { FailureNode, MoreNode, Node, ResourceNode, ServiceNode } from './nodes.ts';
import type { Pins } from './pins.ts';
import { pickRelated } from './related.ts';
import type { ExplorerTree } from './tree.ts';

export interface CommandOptions {
  readonly tree: ExplorerTree;
  readonly view: vscode.TreeView<Node>;
  readonly documents: Documents;
  readonly actions: Actions;
  readonly pins: Pins;
  readonly profiles: Pick<ActiveProfile, 'sessionIn' | 'signIn'>;
  readonly catalogue: Catalogue;
  readonly report: Report;
}

type Run = (node?: Node, selected?: readonly Node[]) => unknown;

export function registerCommands(options: CommandOptions): vscode.Disposable[] {
  const { tree, view, report } = options;
  const opening = new Latest();
  const resources = (node?: Node, selected?: readonly Node[]) =>
    (selected ?? (node ? [node] : view.selection)).filter((one) => one.kind === 'resource');
  const rows: readonly (readonly [command: string, doing: string, run: Run])[] = [
    [commands.refresh, 'Refreshing', () => tree.refresh()],
    [commands.refreshNode, 'Refreshing', (node) => refreshNode(tree, node)],
    [commands.loadMore, 'Loading more', (node) => loadMore(tree, node)],
    [commands.stopLoading, 'Stopping', (node) => node?.kind === 'more' && tree.stopLoading(node)],
    [commands.retry, 'Trying again', (node) => loadMore(tree, node)],
    [
      commands.openJson,
      'Opening JSON',
      async (node, selected) => {
        const [resource] = node?.kind === 'resource' ? [node] : resources(node, selected);
        if (resource) await openJson(resource, options, opening);
        if (resource) tree.redraw(resource);
      },
    ],
    [commands.copyId, 'Copying', (...nodes) => copy(resources(...nodes).map(idOf))],
    [commands.copyArn, 'Copying the ARN', (...nodes) => copyArns(resources(...nodes))],
    [commands.openConsole, 'Opening the console', (...nodes) => openConsole(resources(...nodes))],
    [commands.runAction, 'Running the action', (node) => runAction(options, node)],
    [
      commands.runServiceOperation,
      'Running the operation',
      (node) => node?.kind === 'service' && runOperation(node),
    ],
    [commands.openRelated, 'Following', (node) => openRelated(options, node)],
    [commands.pinService, 'Pinning', (node) => setPinned(options, node, true)],
    [commands.unpinService, 'Unpinning', (node) => setPinned(options, node, false)],
    [commands.openConfig, 'Opening the config file', (node) => openConfig(node)],
  ];
  return rows.map(([command, doing, run]) => {
    const attempt: Run = async (...nodes) => {
      try {
        await run(...nodes);
      } catch (error) {
        const again = () => signInAnd(options, nodes, () => attempt(...nodes));
        const actions = needsSignIn(error) ? [{ title: 'Sign In', run: again }] : [];
        void report(error, doing, actions);
      }
    };
    return vscode.commands.registerCommand(command, attempt);
  });
}

/** Goes on with what could not be done for want of a sign-in. */
async function signInAnd(
  { profiles, view }: CommandOptions,
  [node = view.selection[0]]: Parameters<Run>,
  goOn: () => unknown,
): Promise<void> {
  if (node === undefined || !('session' in node) || !node.session) return;
  const { profile, region } = node.session;
  if (await profiles.signIn(profiles.sessionIn(profile, region))) await goOn();
}

/** A resource is described again, for its state; its list is not, since that would lose the pages after the first. */
async function refreshNode(tree: ExplorerTree, node: Node | undefined): Promise<void> {
  if (node === undefined || node.kind === 'fault') return tree.refresh();
  if (isEnd(node) || node.kind === 'empty' || node.kind === 'operations') {
    return tree.refresh(node.parent);
  }
  if (node.kind === 'resource') {
    const { resource } = node;
    await withProgress(`Reading ${resource.label}…`, (signal) => resource.load({ signal }));
  }
  tree.refresh(node);
}

/** Any operation of the service, as the command palette does of all. */
function runOperation(node: ServiceNode): Thenable<unknown> {
  return vscode.commands.executeCommand(commands.runOperation, operationsTarget(node));
}

async function openRelated(
  { view, documents, catalogue }: CommandOptions,
  node: Node | undefined,
): Promise<void> {
  const [target = node] = node ? [node] : view.selection;
  if (target?.kind !== 'resource' || !(target.resource instanceof Resource)) return;
  const related = await pickRelated(target.resource);
  if (related) await showResource(related, { documents, catalogue });
}

async function setPinned({ pins }: CommandOptions, node: Node | undefined, isPinned: boolean) {
  if (node?.kind === 'service') await pins.set(node.service.service, isPinned);
}

/** What was acted on is shown as it is now: described again, and listed again where it may be gone or have a sibling. */
async function runAction(options: CommandOptions, node?: Node): Promise<void> {
  const target = node ?? options.view.selection[0];
  const owner = await ownerOf(target);
  const ran = owner && (await options.actions.run(owner));
  if (target && ran && changing.has(ran.action.risk)) await showChanged(options.tree, target, ran);
  if (ran?.error) throw ran.error;
}

async function showChanged(tree: ExplorerTree, target: Node, ran: ActionRun): Promise<void> {
  if (target.kind !== 'resource') tree.refresh(target.kind === 'service' ? target : undefined);
  else if (ran.action.risk === 'X') tree.refresh(target.parent);
  else await refreshNode(tree, target);
}

const changing: ReadonlySet<Risk> = new Set(['W', 'D', 'X']);

async function ownerOf(node: Node | undefined): Promise<ResourceBase | undefined> {
  if (node?.kind === 'service') return node.session.ownerOf(node.service.service);
  return node?.kind === 'resource' && node.resource instanceof Resource ? node.resource : undefined;
}

async function loadMore(tree: ExplorerTree, node: Node | undefined): Promise<void> {
  if (node === undefined || !isEnd(node)) return;
  tree.loadMore(node);
  await node.listing?.arrival;
}

function isEnd(node: Node): node is MoreNode | FailureNode {
  return node.kind === 'more' || node.kind === 'failure';
}

/** A click on another resource gives up the one that is still being read; one that a switch took away is not shown. */
async function openJson(
  node: ResourceNode,
  { tree, documents, catalogue }: CommandOptions,
  opening: Latest,
): Promise<void> {
  const { resource, id } = node;
  if (!(resource instanceof Resource)) return;
  await showResource(resource, {
    documents,
    catalogue,
    signal: opening.start(),
    isWanted: () => tree.has(node),
    key: id,
    preserveFocus: true,
  });
}

/** Gives out a signal that is aborted when the next one is given out. */
class Latest {
  #controller = new AbortController();

  start(): AbortSignal {
    this.#controller.abort();
    this.#controller = new AbortController();
    return this.#controller.signal;
  }
}

function idOf({ resource }: ResourceNode): string {
  return resource.id;
}

async function copyArns(nodes: readonly ResourceNode[]): Promise<void> {
  const arns = await withProgress('Reading the ARN…', (signal) =>
    Promise.all(nodes.map(({ resource }) => resource.arn({ signal }))),
  );
  const known = arns.filter((arn) => arn !== undefined);
  await copy(known);
  if (known.length < nodes.length) {
    const without = nodes
      .filter((_, i) => arns[i] === undefined)
      .map((node) => node.resource.label);
    void vscode.window.showInformationMessage(`AWS gives no ARN to ${without.join(', ')}.`);
  }
}

async function copy(texts: readonly string[]): Promise<void> {
  if (texts.length > 0) await vscode.env.clipboard.writeText(texts.join('\n'));
}

async function openConsole(nodes: readonly ResourceNode[]): Promise<void> {
  const [url] = nodes.map(({ resource }) => resource.consoleUrl);
  if (url !== undefined) await openInBrowser(url);
}

/** The profile's or fault's place in it; for a file that does not exist yet, a new document that will be saved there. */
async function openConfig(node: Node | undefined): Promise<void> {
  const owner = node?.kind === 'failure' ? node.parent : node;
  const { file, line = 1 } = placeOf(owner);
  const uri = vscode.Uri.file(file ?? configPaths().config);
  const position = new vscode.Position(Math.max(0, line - 1), 0);
  const selection = new vscode.Range(position, position);
  const isThere = await exists(uri);
  const target = isThere ? uri : uri.with({ scheme: 'untitled' });
  const editor = await vscode.window.showTextDocument(target, { selection, preview: false });
  const isNew = !isThere && editor.document.getText() === '';
  if (isNew) await editor.insertSnippet(firstProfile());
}

function placeOf(node: Node | undefined): { readonly file?: string; readonly line?: number } {
  if (node?.kind === 'fault') return node.fault;
  return node?.kind === 'profile' ? (node.profile.fault ?? node.profile) : {};
}

function firstProfile(): vscode.SnippetString {
  const snippet = new vscode.SnippetString('[default]\nregion = ').appendPlaceholder('us-east-1');
  snippet.appendText('\naws_access_key_id = ').appendTabstop();
  return snippet.appendText('\naws_secret_access_key = ').appendTabstop().appendText('\n');
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
