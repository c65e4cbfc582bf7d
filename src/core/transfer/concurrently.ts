// Work on many things, a few at a time.

import { throwIfAborted, untilAborted } from '../abort.ts';

export interface ConcurrencyOptions {
  /** How many are under way at once, the one that is being taken included. */
  readonly limit: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Takes the next item only when there is room for it. The first failure cancels the rest; it is thrown once all have
 * ended, so that nothing is under way any more.
 */
export async function forEachOf<T>(
  items: AsyncIterable<T> | Iterable<T>,
  { limit, signal }: ConcurrencyOptions,
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const own = new AbortController();
  const joined = signal ? AbortSignal.any([signal, own.signal]) : own.signal;
  const underWay = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  const fail = (error: unknown) => {
    failure ??= { error };
    own.abort();
  };
  const start = (item: T) => {
    const job: Promise<void> = work(item, joined)
      .catch(fail)
      .finally(() => underWay.delete(job));
    underWay.add(job);
  };
  try {
    for await (const item of until(items, joined)) {
      start(item);
      if (underWay.size >= limit) await Promise.race(underWay);
      if (failure) break;
    }
  } catch (error) {
    fail(error);
  }
  await Promise.all(underWay);
  throwIfAborted(signal);
  if (failure) throw failure.error;
}

/** The items until the signal fires, though the source may be silent for long. */
async function* until<T>(items: AsyncIterable<T> | Iterable<T>, signal: AbortSignal) {
  const iterator =
    Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  for (;;) {
    const next = await untilAborted(Promise.resolve(iterator.next()), signal);
    if (next.done) return;
    yield next.value;
  }
}
