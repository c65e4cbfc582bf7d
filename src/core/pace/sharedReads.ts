// The same read, asked for while it is under way, is one call. Each who asks has a signal of their own; the call is cancelled
// when nobody waits for it any more. All get the same output, which is a value and not to be changed.

import { type SharedWork, shareWork } from '../credentials/shared.ts';
import type { Gate } from './gate.ts';
import { type Priority, Turn } from './turns.ts';

export interface ReadOptions {
  readonly signal: AbortSignal | undefined;
  readonly priority: Priority;
  readonly gate: () => Gate;
}

interface SharedRead<T> {
  turn: Turn;
  readonly work: SharedWork<T>;
}

export class SharedReads<T> {
  readonly #readsByKey = new Map<string, SharedRead<T>>();

  /** `run` is called if no read with this key is under way. */
  read(
    key: string,
    { signal, priority, gate }: ReadOptions,
    run: (turn: Turn, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const known = this.#readsByKey.get(key);
    if (known) gate().raise(known.turn, priority);
    const read = known ?? this.#start(key, priority, run);
    return read.work({ signal });
  }

  /** Something was changed: who reads from now on does not get what was read before. */
  forget(): void {
    this.#readsByKey.clear();
  }

  #start(
    key: string,
    priority: Priority,
    run: (turn: Turn, signal: AbortSignal) => Promise<T>,
  ): SharedRead<T> {
    const read: SharedRead<T> = {
      turn: new Turn(priority),
      work: shareWork(async (signal) => {
        try {
          return await run(read.turn, signal);
        } finally {
          if (this.#readsByKey.get(key) === read) this.#readsByKey.delete(key);
        }
      }),
    };
    this.#readsByKey.set(key, read);
    return read;
  }
}
