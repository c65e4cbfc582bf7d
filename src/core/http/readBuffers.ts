// The memory of what comes on connections. Node makes new memory for each piece, all of which the engine has to collect; here
// each connection reads into memory of its own, and the copy that is handed on is in memory that is used again as soon as
// whoever took the piece needs it no more.

import type { OnReadOpts, Socket } from 'node:net';

/** In bytes: the longest piece. */
const pieceSize = 128 * 1024;
/** A piece shorter than this gets new memory, which takes less than keeping account of it. */
const short = 8 * 1024;
/** No piece that comes over TLS is longer: each is what one record carries. */
const recordSize = 16 * 1024;

/** Of each of the two sizes. Much of the first is never given back: the end of a chunk, which is no body, ends many records. */
const mostSpare = 8;
const spareRecords: ArrayBufferLike[] = [];
const sparePieces: ArrayBufferLike[] = [];

/** Where the piece ends in its memory, for each that was handed out and not given back. */
const lent = new WeakMap<ArrayBufferLike, number>();

/** The memory of which a part is kept where it is. A later part of it, of the next chunk, is then kept there as well. */
const held = new WeakSet<ArrayBufferLike>();

/** How one socket reads: the `onread` it is opened with. */
export class SocketReading implements OnReadOpts {
  /** To be set before anything comes. */
  socket: Socket | undefined;
  /**
   * The same as long as the connection lives. Node also takes other memory after each read, but loses it where anything throws
   * in the turn of that read, anyone's tick: then it reads into the former again and says that it read into the other.
   */
  readonly buffer: Uint8Array;

  constructor(isSecure: boolean) {
    this.buffer = Buffer.allocUnsafeSlow(isSecure ? recordSize : pieceSize);
  }

  readonly callback = (length: number, into: Uint8Array): boolean => {
    const came = into.subarray(0, length);
    return this.socket?.push(length < short ? copyOf(came) : lend(came)) ?? false;
  };
}

/** A copy in memory that may be given back. */
function lend(came: Uint8Array): Buffer {
  const size = came.length <= recordSize ? recordSize : pieceSize;
  // Not zeroed: nothing sees more of it than was read.
  const memory = spareOf(size).pop() ?? Buffer.allocUnsafeSlow(size).buffer;
  const piece = Buffer.from(memory, 0, came.length);
  piece.set(came);
  lent.set(memory, came.length);
  return piece;
}

function spareOf(size: number): ArrayBufferLike[] {
  return size === recordSize ? spareRecords : sparePieces;
}

/**
 * Says that these bytes and all before them are needed no more. The memory is free with the last byte of what came into
 * it: what stands before a part of the body, such as the headers, has then been gone through as well.
 */
export function giveBack({ buffer, byteOffset, byteLength }: Uint8Array): void {
  if (lent.get(buffer) !== byteOffset + byteLength) return;
  lent.delete(buffer);
  held.delete(buffer);
  const spare = spareOf(buffer.byteLength);
  if (spare.length < mostSpare) spare.push(buffer);
}

/**
 * The same bytes, to be had for as long as they are wanted or until they are given back, in the order they came: themselves,
 * or a copy where they would keep much more memory than their own.
 */
export function keep(piece: Buffer): Buffer {
  const { buffer } = piece;
  if (!lent.has(buffer)) return piece;
  if (piece.length >= buffer.byteLength / 4) held.add(buffer);
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
