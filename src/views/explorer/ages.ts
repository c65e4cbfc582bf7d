// How old what is shown is. Ages are drawn anew while they can be seen; no timer runs while the view is hidden or has none.

import type { Node } from './nodes.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Ages that are told; rows are not drawn anew for every minute. */
const told: readonly (readonly [ms: number, words: string])[] = [
  ...[1, 2, 5, 10, 20, 30].map((count) => [count * minute, `${count} min`] as const),
  ...[1, 2, 4, 8, 16].map((count) => [count * hour, `${count} h`] as const),
  [24 * hour, 'a day'],
];

/** "over 5 min ago"; undefined for what is as good as new. */
export function formatAge(readAt: Date, now: Date): string | undefined {
  const age = now.getTime() - readAt.getTime();
  const found = told.findLast(([ms]) => age >= ms);
  return found && `over ${found[1]} ago`;
}

/** The time of day, with the date where that is another one. */
export function formatReadAt(readAt: Date, now: Date): string {
  const isToday = readAt.toDateString() === now.toDateString();
  return isToday ? readAt.toLocaleTimeString() : readAt.toLocaleString();
}

export interface AgesOptions {
  /** When what stands under a node was read; undefined when nothing is kept. */
  readonly readAt: (node: Node) => Date | undefined;
  /** The age of a node is another one now. */
  readonly onChange: (node: Node) => void;
  readonly clock: () => Date;
  /** Runs something again and again; gives what ends it. */
  readonly every: (milliseconds: number, run: () => void) => () => void;
}

export class Ages {
  readonly #options: AgesOptions;
  readonly #shownById = new Map<
    string,
    { readonly node: Node; readonly text: string | undefined }
  >();
  #isVisible = false;
  #stop: (() => void) | undefined;

  constructor(options: AgesOptions) {
    this.#options = options;
  }

  /** The age to draw a node with. */
  textOf(node: Node): string | undefined {
    const readAt = this.#options.readAt(node);
    if (readAt === undefined) {
      this.#shownById.delete(node.id);
      return undefined;
    }
    const text = formatAge(readAt, this.#options.clock());
    this.#shownById.set(node.id, { node, text });
    this.#run();
    return text;
  }

  /** What stands under a node was read or shown. */
  watch(node: Node): void {
    if (this.#shownById.has(node.id) || this.#options.readAt(node) === undefined) return;
    this.#shownById.set(node.id, { node, text: undefined });
    this.#run();
  }

  setVisible(isVisible: boolean): void {
    this.#isVisible = isVisible;
    if (isVisible) this.#update();
    this.#run();
  }

  dispose(): void {
    this.#shownById.clear();
    this.#run();
  }

  #run(): void {
    const isNeeded = this.#isVisible && this.#shownById.size > 0;
    if (isNeeded) this.#stop ??= this.#options.every(minute, () => this.#update());
    else {
      this.#stop?.();
      this.#stop = undefined;
    }
  }

  #update(): void {
    const now = this.#options.clock();
    for (const [id, { node, text }] of this.#shownById) {
      const readAt = this.#options.readAt(node);
      if (readAt === undefined) this.#shownById.delete(id);
      else if (formatAge(readAt, now) !== text) this.#options.onChange(node);
    }
    this.#run();
  }
}
