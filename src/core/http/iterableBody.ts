// A stream of bytes out of an iterable, for bodies whose parts are made while they are sent.

import { Readable } from 'node:stream';

export interface IterableBodyOptions<Item> {
  /** The bytes of one item; `index` counts from 0. */
  readonly write: (item: Item, index: number) => Uint8Array | Promise<Uint8Array>;
  /** The bytes after the last item. */
  readonly end?: () => Uint8Array | Promise<Uint8Array>;
}

/**
 * Every chunk is what `write` made of one item, and the next item is asked for when the one before it is on its way. It
 * can be destroyed while an item is waited for: `Readable.from` would wait for that item first.
 */
export function iterableBody<Item>(
  items: AsyncIterable<Item> | Iterable<Item>,
  { write, end }: IterableBodyOptions<Item>,
): Readable {
  let iterator: AsyncIterator<Item> | Iterator<Item> | undefined;
  let index = 0;
  const next = async (): Promise<Uint8Array | null> => {
    iterator ??=
      Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
    const { value, done } = await iterator.next();
    if (!done) return write(value, index++);
    if (end === undefined || index < 0) return null;
    index = Number.NEGATIVE_INFINITY;
    return end();
  };
  const body: Readable = new Readable({
    objectMode: true,
    highWaterMark: 1,
    read: () => {
      next().then(
        (chunk) => body.push(chunk),
        (error) => body.destroy(error),
      );
    },
    destroy: (error, done) => {
      if (items instanceof Readable) items.destroy();
      // What an iterable says to its end is of no use any more.
      else void Promise.resolve(iterator?.return?.()).catch(() => {});
      done(error);
    },
  });
  return body;
}
