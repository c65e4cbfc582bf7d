// What the tests in the editor share: the extension's own API, its tree as a person reads it, and waiting for a condition.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { AwscopeApi } from '../../src/extension.ts';
import { commands } from '../../src/views/ids.ts';

export type TreeNode = Parameters<AwscopeApi['explorer']['provider']['getTreeItem']>[0];

export async function activate(): Promise<AwscopeApi> {
  const extension = vscode.extensions.getExtension<AwscopeApi>('awscope.awscope');
  assert.ok(extension, 'The extension is not there.');
  return extension.activate();
}

/** Asks until the answer is neither false nor undefined. */
export async function waitFor<T>(
  what: string,
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  seconds = 20,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) assert.fail(`Waited ${seconds} seconds for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function childrenOf(node?: TreeNode): Promise<readonly TreeNode[]> {
  const { explorer } = await activate();
  return (await explorer.provider.getChildren(node)) ?? [];
}

export async function itemOf(node: TreeNode): Promise<vscode.TreeItem> {
  const { explorer } = await activate();
  return explorer.provider.getTreeItem(node);
}

export async function labelOf(node: TreeNode): Promise<string> {
  const { label = '' } = await itemOf(node);
  return typeof label === 'string' ? label : label.label;
}

export async function labelsOf(nodes: readonly TreeNode[]): Promise<readonly string[]> {
  return Promise.all(nodes.map(labelOf));
}

/** The node at a path of labels: `nodeAt('demo', 'S3', 'Buckets')`. */
export async function nodeAt(...path: readonly string[]): Promise<TreeNode> {
  let found: TreeNode | undefined;
  for (const wanted of path) {
    const children = await childrenOf(found);
    const labels = await labelsOf(children);
    found = children[labels.indexOf(wanted)];
    assert.ok(found, `There is no "${wanted}" among: ${labels.join(', ')}`);
  }
  assert.ok(found);
  return found;
}

export async function labelsAt(...path: readonly string[]): Promise<readonly string[]> {
  return labelsOf(await childrenOf(await nodeAt(...path)));
}

/** The tree from a node on, to a depth, one line a node, as the view shows it. */
export async function drawTree(node: TreeNode, depth: number, indent = ''): Promise<string> {
  const { description } = await itemOf(node);
  const line = [await labelOf(node), description].filter(Boolean).join('  ');
  if (depth === 0) return `${indent}${line}`;
  const below: string[] = [];
  for (const child of await childrenOf(node)) {
    below.push(await drawTree(child, depth - 1, `${indent}  `));
  }
  return [`${indent}${line}`, ...below].join('\n');
}

export async function useProfile(name: string): Promise<void> {
  await vscode.commands.executeCommand(commands.selectProfile, name);
}

/** The document of the active editor, once its title is this. */
export function waitForDocument(title: string): Promise<vscode.TextDocument> {
  return waitFor(`the document ${title}`, () => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.path.endsWith(`/${title}`) ? document : undefined;
  });
}

export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
