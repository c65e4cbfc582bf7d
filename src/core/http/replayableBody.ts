// A body that can be read from its start again: for every attempt, and for hashing before it is sent.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';

export class ReplayableBody {
  /** In bytes; undefined where it is framed while it is sent. */
  readonly size: number | undefined;
  readonly #open: () => Readable;

  constructor(size: number | undefined, open: () => Readable) {
    this.size = size;
    this.#open = open;
  }

  /** A new stream over all of it. */
  open(): Readable {
    return this.#open();
  }
}

export interface FileRange {
  /** The first byte; 0 when absent. */
  readonly start?: number;
  /** Behind the last byte; the file's size when absent. */
  readonly end?: number;
}

/** A file, or a range of one, as the body of a request. Nothing is read before it is sent, and never all of it at once. */
export async function fileBody(path: string, range: FileRange = {}): Promise<ReplayableBody> {
  const { start = 0, end = (await stat(path)).size } = range;
  return fileRangeBody(path, start, end);
}

export function fileRangeBody(path: string, start: number, end: number): ReplayableBody {
  const size = Math.max(0, end - start);
  // A stream's `end` is its last byte, so an empty one cannot be said that way.
  if (size === 0) return new ReplayableBody(0, () => Readable.from([], { objectMode: false }));
  const range = { start, end: end - 1, highWaterMark: 256 * 1024 };
  return new ReplayableBody(size, () => createReadStream(path, range));
}
