// A body that can be read from its start again: for every attempt, and for hashing before it is sent.

import fs, { createReadStream, type ReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';

/** What a body is opened for: only what is sent counts as progress. */
export type Purpose = 'hash' | 'send';

export class ReplayableBody {
  /** In bytes; undefined where it is framed while it is sent. */
  readonly size: number | undefined;
  /** A new stream over all of it. */
  readonly open: (purpose: Purpose) => Readable;

  constructor(size: number | undefined, open: (purpose: Purpose) => Readable) {
    this.size = size;
    this.open = open;
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
  return new ReplayableBody(Math.max(0, end - start), () => openRange(path, start, end));
}

/**
 * The file a stream of `createReadStream` is of, as a body; the stream is closed. undefined for another stream, and for one
 * that was read from.
 */
export async function fileOf(stream: Readable): Promise<ReplayableBody | undefined> {
  // By its name in `fs`: the first look at this class makes Node load much that most programs never need.
  if (!(stream instanceof fs.ReadStream) || typeof stream.path !== 'string') return undefined;
  if (stream.bytesRead > 0 || stream.readableDidRead) return undefined;
  const { start = 0, end = Number.POSITIVE_INFINITY } = stream as ReadStream & FileRange;
  stream.on('error', () => {}); // What is wrong with the file is told here too.
  const stats = await stat(stream.path);
  if (!stats.isFile()) return undefined;
  stream.destroy();
  return fileBody(stream.path, { start, end: Math.min(end + 1, stats.size) });
}

const readSize = 256 * 1024;

/** From `start` to before `end`. */
export function openRange(path: string, start: number, end: number): Readable {
  // A stream's own `end` is its last byte, so an empty one cannot be said that way.
  if (end <= start) return Readable.from([], { objectMode: false });
  return createReadStream(path, { start, end: end - 1, highWaterMark: readSize });
}

/** Bytes in memory, in pieces of the same size as those of a file. */
export function openBytes(bytes: Uint8Array): Readable {
  function* pieces() {
    for (let start = 0; start < bytes.length; start += readSize) {
      yield bytes.subarray(start, start + readSize);
    }
  }
  return Readable.from(pieces(), { objectMode: false });
}
