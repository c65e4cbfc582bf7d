// The tree of profiles, services and resources in the Activity Bar.

import * as vscode from 'vscode';
import type { Catalogue } from '../../core/models/catalogue.ts';
import { contextKeys, views } from '../ids.ts';
import type { Actions, ActiveProfile, DeclaredKinds, Documents } from '../offers.ts';
import { logError, type Report } from '../report.ts';
import { registerCommands } from './commands.ts';
import type { Node } from './nodes.ts';
import { watchPins } from './pins.ts';
import { ExplorerProvider } from './provider.ts';
import { createSource } from './source.ts';
import type { ExplorerTree } from './tree.ts';

export interface ExplorerOptions {
  readonly profiles: ActiveProfile;
  readonly documents: Documents;
  readonly actions: Actions;
  readonly kinds: DeclaredKinds;
  readonly catalogue: Catalogue;
  readonly report: Report;
  readonly log: vscode.LogOutputChannel;
}

/** What others may use of the tree. */
export interface Explorer {
  /** Shows what the view shows, but answers only when all of it has arrived. */
  readonly provider: vscode.TreeDataProvider<Node>;
  readonly view: vscode.TreeView<Node>;
}

export function register(
  context: vscode.ExtensionContext,
  { profiles, documents, actions, kinds, catalogue, report, log }: ExplorerOptions,
): Explorer {
  const pins = watchPins();
  const source = createSource({
    profiles,
    catalogue,
    isPinned: pins.has,
    onProfiles: (isEmpty) => setContext(contextKeys.noProfiles, isEmpty),
    onFailure: (error, doing) => logError(log, error, doing),
    onAccount: () => tree.redraw(undefined),
  });
  const provider = new ExplorerProvider(source);
  const { tree } = provider;
  const view = vscode.window.createTreeView<Node>(views.explorer, {
    treeDataProvider: provider,
    showCollapseAll: true,
    canSelectMany: true,
  });
  provider.setVisible(view.visible);
  context.subscriptions.push(
    provider,
    view,
    view.onDidCollapseElement(({ element }) => tree.collapse(element)),
    view.onDidExpandElement(({ element }) => tree.expand(element)),
    view.onDidChangeSelection(({ selection }) => describeSelected(tree, selection)),
    view.onDidChangeVisibility(({ visible }) => provider.setVisible(visible)),
    profiles.onDidChange(() => {
      source.dropStale();
      tree.switchProfiles();
    }),
    pins,
    pins.onDidChange(() => tree.arrangeServices()),
    kinds.onDidChange((services) => tree.redeclare(services)),
    profiles.onDidSignIn(() => tree.retrySignedOut()),
    ...registerCommands({ tree, view, documents, actions, pins, profiles, catalogue, report }),
  );
  return { provider: patientProvider(provider), view };
}

/** A single row is described by being opened. */
function describeSelected(tree: ExplorerTree, selection: readonly Node[]): void {
  if (selection.length < 2) return;
  for (const node of selection) if (node.kind === 'resource') void tree.describe(node);
}

function setContext(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}

function patientProvider(provider: ExplorerProvider): vscode.TreeDataProvider<Node> {
  return {
    onDidChangeTreeData: provider.onDidChangeTreeData,
    getTreeItem: (node) => provider.getTreeItem(node),
    getChildren: async (node) => [...(await provider.tree.settledChildren(node))],
    getParent: (node) => provider.getParent(node),
  };
}
