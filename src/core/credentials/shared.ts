import { throwIfAborted, untilAborted } from '../abort.ts';

/** Work that is done once however many wait for it. */
export type SharedWork<T> = (options?: { readonly signal?: AbortSignal | undefined }) => Promise<T>;

/**
 * Joins those who ask while the work runs. A cancelled one leaves the others waiting; the work itself is cancelled when
 * nobody waits any more. Nothing is remembered: who asks after it has ended starts it anew.
 */
export function shareWork<T>(work: (signal: AbortSignal) => Promise<T>): SharedWork<T> {
  let running: Running<T> | undefined;

  function start(): Running<T> {
    const controller = new AbortController();
    const started: Running<T> = { controller, waiting: 0, result: work(controller.signal) };
    const end = () => {
      if (running === started) running = undefined;
    };
    started.result.then(end, end);
    return started;
  }

  return async ({ signal } = {}) => {
    throwIfAborted(signal);
    running ??= start();
    const mine = running;
    mine.waiting++;
    try {
      return await untilAborted(mine.result, signal);
    } finally {
      mine.waiting--;
      if (mine.waiting === 0 && running === mine) {
        running = undefined;
        mine.controller.abort();
      }
    }
  };
}

interface Running<T> {
  readonly controller: AbortController;
  readonly result: Promise<T>;
  waiting: number;
}
