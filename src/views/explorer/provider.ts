// Shows the tree in VS Code's view. VS Code takes the answer to `getChildren` for the newest, also when the node was
// reported as changed while it was being answered, so a change is reported only when no answer is on its way.

import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { Ages, formatReadAt } from './ages.ts';
import { faceOf, type ReadTime } from './face.ts';
import { toTooltip, toTreeItem } from './item.ts';
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
  readonly #ages: Ages;
  #answering = 0;

  constructor(source: TreeSource) {
    this.tree = new ExplorerTree({
      source,
      onChange: (node) => this.#note(node),
      patience: () => sleep(patienceMs),
    });
    this.#ages = new Ages({
      readAt: (node) => this.tree.readAt(node),
      onChange: (node) => this.tree.redraw(node),
      clock: () => new Date(),
      every: (milliseconds, run) => {
        const timer = setInterval(run, milliseconds);
        return () => clearInterval(timer);
      },
    });
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return toTreeItem(node, this.#readTime(node));
  }

  /** Called when somebody points at a row that had no tooltip, because only its name is known. */
  async resolveTreeItem(
    item: vscode.TreeItem,
    node: Node,
    token: vscode.CancellationToken,
  ): Promise<vscode.TreeItem> {
    if (node.kind !== 'resource') return item;
    await this.tree.describe(node);
    if (!token.isCancellationRequested) item.tooltip = toTooltip(faceOf(node));
    return item;
  }

  /** Ages are kept up to date while the view is visible. */
  setVisible(isVisible: boolean): void {
    this.#ages.setVisible(isVisible);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    this.#answering += 1;
    try {
      const children = await this.tree.children(node);
      if (node) this.#ages.watch(node);
      return [...children];
    } finally {
      this.#answering -= 1;
      void this.#report();
    }
  }

  getParent(node: Node): Node | undefined {
    return node.parent;
  }

  dispose(): void {
    this.#ages.dispose();
    this.tree.dispose();
    this.#changed.dispose();
  }

  #readTime(node: Node): ReadTime | undefined {
    const readAt = this.tree.readAt(node);
    const age = this.#ages.textOf(node);
    return readAt && { at: formatReadAt(readAt, new Date()), age };
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
