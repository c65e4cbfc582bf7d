// Shows the tree in VS Code's view. VS Code takes the answer to `getChildren` for the newest, also when the node was
// reported as changed while it was being answered, so a change is reported only when no answer is on its way.

import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { toTreeItem } from './item.ts';
import type { Node } from './nodes.ts';
import { ExplorerTree, type TreeSource } from './tree.ts';

/** Most answers of AWS come sooner, and then no "Loading…" flickers; VS Code cannot redraw a node it waits for. */
const patienceMs = 400;
/** For the answer to reach VS Code's window before the change does. */
const quietMs = 20;

export class ExplorerProvider implements vscode.TreeDataProvider<Node> {
  readonly tree: ExplorerTree;
  readonly #changed = new vscode.EventEmitter<Node[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #unreported = new Set<Node | undefined>();
  #answering = 0;

  constructor(source: TreeSource) {
    this.tree = new ExplorerTree({
      source,
      onChange: (node) => this.#note(node),
      patience: () => sleep(patienceMs),
    });
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return toTreeItem(node);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    this.#answering += 1;
    try {
      return [...(await this.tree.children(node))];
    } finally {
      this.#answering -= 1;
      void this.#report();
    }
  }

  getParent(node: Node): Node | undefined {
    return node.parent;
  }

  dispose(): void {
    this.tree.dispose();
    this.#changed.dispose();
  }

  #note(node: Node | undefined): void {
    this.#unreported.add(node);
    void this.#report();
  }

  async #report(): Promise<void> {
    if (this.#unreported.size === 0) return;
    await sleep(quietMs);
    if (this.#answering > 0 || this.#unreported.size === 0) return;
    const nodes = [...this.#unreported].filter((node) => node !== undefined);
    const isAll = this.#unreported.has(undefined);
    this.#unreported.clear();
    this.#changed.fire(isAll ? undefined : nodes);
  }
}
