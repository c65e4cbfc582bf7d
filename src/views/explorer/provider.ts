// Shows the tree in VS Code's view.

import * as vscode from 'vscode';
import { toTreeItem } from './item.ts';
import type { Node } from './nodes.ts';
import { ExplorerTree, type TreeSource } from './tree.ts';

export class ExplorerProvider implements vscode.TreeDataProvider<Node> {
  readonly tree: ExplorerTree;
  readonly #changed = new vscode.EventEmitter<Node | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(source: TreeSource) {
    this.tree = new ExplorerTree(source, (node) => this.#changed.fire(node));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return toTreeItem(node);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    return [...(await this.tree.children(node))];
  }

  getParent(node: Node): Node | undefined {
    return node.parent;
  }

  dispose(): void {
    this.tree.dispose();
    this.#changed.dispose();
  }
}
