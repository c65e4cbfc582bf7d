// Pieces of a wanted size out of a stream, never more of it in memory than was asked for.

import type { Readable } from 'node:stream';

export class ByteReader {
  readonly #chunks: AsyncIterator<unknown>;
  #left: Buffer = Buffer.alloc(0);
  #isDone = false;

  constructor(stream: Readable) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** Exactly so many bytes; fewer only at the stream's end. */
  async read(size: number): Promise<Buffer> {
    const taken: Buffer[] = [this.#left];
    let length = this.#left.length;
    this.#left = Buffer.alloc(0);
    while (length < size && !this.#isDone) {
      const next = await this.#chunks.next();
      this.#isDone = next.done === true;
      if (this.#isDone) break;
      const chunk = toBuffer(next.value);
      taken.push(chunk);
      length += chunk.length;
    }
    const all = taken.length === 1 && taken[0] ? taken[0] : Buffer.concat(taken, length);
    this.#left = all.subarray(size);
    return all.subarray(0, size);
  }

  /** Puts bytes back, in front of what is read next. */
  unread(bytes: Buffer): void {
    this.#left = this.#left.length === 0 ? bytes : Buffer.concat([bytes, this.#left]);
  }
}

function toBuffer(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk;
  if (chunk instanceof Uint8Array) {
    return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  }
  return Buffer.from(String(chunk));
}
