// The memory that connections read into. Node makes new memory for each piece that comes, all of which the engine has to
// collect; here it is read into again as soon as whoever took the piece needs it no more.

import type { OnReadOpts, Socket } from 'node:net';

/** In bytes: the longest piece. */
const pieceSize = 128 * 1024;
/** A piece shorter than this is copied, which takes less than keeping account of it. */
const short = 8 * 1024;
const mostSpare = 8;

const spare: ArrayBufferLike[] = [];

/** Where the piece ends in its memory, for each that was handed out and not given back. */
const lent = new WeakMap<ArrayBufferLike, number>();

/** The memory of which a part is kept where it is. A later part of it, of the next chunk, is then kept there as well. */
const held = new WeakSet<ArrayBufferLike>();

/** How one socket reads: the `onread` it is opened with. */
export class SocketReading implements OnReadOpts {
  /** To be set before anything comes. */
  socket: Socket | undefined;
  #next: Uint8Array | undefined;

  /** Asked for at first and after each piece. */
  readonly buffer = (): Uint8Array => {
    const next = this.#next ?? new Uint8Array(spare.pop() ?? newMemory());
    this.#next = undefined;
    return next;
  };

  readonly callback = (length: number, into: Uint8Array): boolean => {
    if (length >= short) {
      lent.set(into.buffer, length);
      return this.#push(Buffer.from(into.buffer, 0, length));
    }
    this.#next = into;
    return this.#push(copyOf(into.subarray(0, length)));
  };

  #push(piece: Buffer): boolean {
    return this.socket?.push(piece) ?? false;
  }
}

/** Not zeroed: nothing sees more of it than was read. */
function newMemory(): ArrayBufferLike {
  return Buffer.allocUnsafeSlow(pieceSize).buffer;
}

/**
 * Says that these bytes and all before them are needed no more. The memory is free with the last byte of what was read into
 * it: what stands before a part of the body, such as the headers, has then been gone through as well.
 */
export function giveBack({ buffer, byteOffset, byteLength }: Uint8Array): void {
  if (lent.get(buffer) !== byteOffset + byteLength) return;
  lent.delete(buffer);
  held.delete(buffer);
  if (spare.length < mostSpare) spare.push(buffer);
}

/**
 * The same bytes, to be had for as long as they are wanted or until they are given back, in the order they came: themselves,
 * or a copy where they would keep much more memory than their own.
 */
export function keep(piece: Buffer): Buffer {
  const { buffer } = piece;
  if (!lent.has(buffer)) return piece;
  if (piece.length >= pieceSize / 4) held.add(buffer);
  if (held.has(buffer)) return piece;
  const kept = copyOf(piece);
  giveBack(piece);
  return kept;
}

function copyOf(bytes: Uint8Array): Buffer {
  const copy = Buffer.allocUnsafe(bytes.length);
  copy.set(bytes);
  return copy;
}
