// A node in VS Code's own form.

import * as vscode from 'vscode';
import { needsSignIn } from '../../core/errors.ts';
import { commands } from '../ids.ts';
import { escapeMarkdown } from '../markdown.ts';
import { type Face, faceOf, type ReadTime } from './face.ts';
import type { Node, OperationsNode, ServiceNode } from './nodes.ts';

export function toTreeItem(node: Node, read?: ReadTime): vscode.TreeItem {
  const face = faceOf(node, read);
  const command = commandOf(node);
  return {
    id: node.id,
    label: face.label,
    iconPath: toIcon(face),
    ...(!isToBeDescribed(node) && { tooltip: toTooltip(face) }),
    collapsibleState: toState(face),
    accessibilityInformation: { label: face.spoken },
    ...(face.description && { description: face.description }),
    ...(face.context && { contextValue: face.context }),
    ...(command && { command }),
  };
}

/** VS Code asks again for a tooltip that is not there, when somebody points at the node. */
function isToBeDescribed(node: Node): boolean {
  return node.kind === 'resource' && node.resource.isSparse;
}

/** What a click does. */
function commandOf(node: Node): vscode.Command | undefined {
  const title = (command: string, words: string) => ({ command, title: words, arguments: [node] });
  if (node.kind === 'operations') return operationsOf(node);
  if (node.kind === 'resource') return title(commands.openJson, 'Open JSON');
  if (node.kind === 'more' && !node.listing.isLoading) return title(commands.loadMore, 'Load More');
  if (node.kind === 'failure' && needsSignIn(node.error)) return title(commands.signIn, 'Sign In');
  const isProblem = node.kind === 'failure' && node.parent?.kind === 'profile';
  if (isProblem || node.kind === 'fault') return title(commands.openConfig, 'Open Config File');
  return undefined;
}

function operationsOf({ parent }: OperationsNode): vscode.Command {
  const target = operationsTarget(parent);
  return { command: commands.runOperation, title: 'Run Operation', arguments: [target] };
}

/** What `commands.runOperation` is told, to offer the operations of one service. */
export function operationsTarget({ session, service }: ServiceNode) {
  const { profile, region } = session;
  return { service: service.service, profile, region };
}

function toIcon({ icon, colour }: Face): vscode.ThemeIcon {
  return new vscode.ThemeIcon(
    icon,
    colour === undefined ? undefined : new vscode.ThemeColor(colour),
  );
}

export function toTooltip({ title, label, facts }: Face): vscode.MarkdownString {
  const lines = facts.map(([name, value]) => `${escapeMarkdown(name)}: ${escapeMarkdown(value)}`);
  const heading = `**${escapeMarkdown(title ?? label)}**`;
  return new vscode.MarkdownString(`${heading}\n\n${lines.join('  \n')}`);
}

function toState({ opens }: Face): vscode.TreeItemCollapsibleState {
  if (opens === undefined) return vscode.TreeItemCollapsibleState.None;
  return opens === 'open'
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
}
