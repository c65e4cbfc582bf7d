// Describes the rows of a list that gave only names: those a person may see, each once. What was stopped is taken up again
// when the list is opened again, and what failed when somebody looks at it again.

import type { Priority } from '../../core/pace/turns.ts';
import type { ResourceNode, ShownResource, ShownSession } from './nodes.ts';

export interface RowDescriptionsOptions {
  readonly session: ShownSession;
  /** Called when more is known of a row than its listing gave. */
  readonly onDescribed: (node: ResourceNode) => void;
}

export class RowDescriptions {
  readonly #options: RowDescriptionsOptions;
  readonly #underWay = new Map<ResourceNode, Promise<void>>();
  #stopped: readonly ResourceNode[] = [];
  #controller = new AbortController();

  constructor(options: RowDescriptionsOptions) {
    this.#options = options;
  }

  /** Asks for those of these rows that are not described, nor about to be. */
  ask(nodes: readonly ResourceNode[], priority: Priority): void {
    const rows = nodes.filter((node) => node.resource.isSparse && !this.#underWay.has(node));
    if (rows.length === 0) return;
    const work = this.#describe(rows, priority);
    for (const row of rows) this.#underWay.set(row, work);
  }

  /** Settles when a row that was asked for is described, cannot be, or was stopped. Never rejects. */
  arrivalOf(node: ResourceNode): Promise<void> {
    return this.#underWay.get(node) ?? Promise.resolve();
  }

  stop(): void {
    this.#stopped = [...this.#stopped, ...this.#underWay.keys()];
    this.#underWay.clear();
    this.#controller.abort();
    this.#controller = new AbortController();
  }

  resume(): void {
    const rows = this.#stopped;
    this.#stopped = [];
    this.ask(rows, 'background');
  }

  async #describe(rows: readonly ResourceNode[], priority: Priority): Promise<void> {
    const { session, onDescribed } = this.#options;
    const nodesByResource = new Map(rows.map((node) => [node.resource, node]));
    const { signal } = this.#controller;
    const onRow = (resource: ShownResource) => {
      const node = nodesByResource.get(resource);
      if (node !== undefined && !signal.aborted) onDescribed(node);
    };
    await session.describe([...nodesByResource.keys()], onRow, { signal, priority });
    if (signal.aborted) return;
    for (const row of rows) this.#underWay.delete(row);
  }
}
