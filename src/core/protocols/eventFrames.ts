// The binary framing of event streams: a message is lengths, typed headers, a payload, and a CRC32 over the lengths and
// one over all. AWS's own codec reads and writes messages; here they are cut out of the bytes as those arrive.
// https://smithy.io/2.0/aws/amazon-eventstream.html

import { crc32 } from 'node:zlib';
import { EventStreamCodec, Int64 } from '@smithy/core/event-streams';

export type HeaderType = 'boolean' | 'byte' | 'short' | 'integer' | 'long' | 'binary' | 'string';

/** Timestamps are dates; `long` values beyond 2^53 are `bigint`. */
export type HeaderValue = boolean | number | bigint | string | Uint8Array | Date;

export interface EventMessage {
  readonly headers: Readonly<Record<string, HeaderValue>>;
  readonly payload: Uint8Array;
}

/** What is to be sent says its types, because a number alone does not. */
export interface TypedMessage {
  readonly headers: Readonly<Record<string, TypedHeader>>;
  readonly payload: Uint8Array;
}

export type TypedHeader =
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'byte' | 'short' | 'integer'; readonly value: number }
  | { readonly type: 'long'; readonly value: bigint }
  | { readonly type: 'binary'; readonly value: Uint8Array }
  | { readonly type: 'timestamp'; readonly value: Date };

/** The bytes are no stream of messages, or were changed on their way. `start` is what stood where a message should. */
export class FrameFault extends Error {
  readonly start: Uint8Array;
  constructor(problem: string, start: Uint8Array) {
    super(problem);
    this.start = start;
  }
}

/** Messages as soon as they are complete; no more is read than the next one needs. Throws a `FrameFault`. */
export async function* readFrames(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<EventMessage> {
  const queue = new ByteQueue();
  for await (const chunk of chunks) {
    queue.push(chunk);
    for (let frame = takeFrame(queue); frame !== undefined; frame = takeFrame(queue)) {
      yield decodeFrame(frame);
    }
  }
  if (queue.length > 0) {
    throw new FrameFault('the stream ended inside an event', queue.peek(queue.length));
  }
}

export function encodeFrame({ headers, payload }: TypedMessage): Uint8Array {
  return codec.encode({ headers: codecHeaders(headers), body: payload });
}

/** The headers alone, as they stand in a message; signatures are over them. */
export function encodeHeaders(headers: TypedMessage['headers']): Uint8Array {
  return codec.formatHeaders(codecHeaders(headers));
}

const codec = new EventStreamCodec(
  (bytes) => (typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString()),
  (text) => Buffer.from(text),
);

type CodecHeaders = Parameters<EventStreamCodec['formatHeaders']>[0];
type CodecHeader = CodecHeaders[string];

const preludeLength = 12;
const crcLength = 4;
const longestHeaders = 128 * 1024;
const longestPayload = 24 * 1024 * 1024;

/** Undefined as long as the next message is not complete. */
function takeFrame(queue: ByteQueue): Buffer | undefined {
  if (queue.length < preludeLength) return undefined;
  const prelude = queue.peek(preludeLength);
  const start = queue.peek(Math.min(queue.length, 2000));
  checkCrc(prelude, preludeLength, 'the lengths of an event', start);
  const total = prelude.readUInt32BE(0);
  const headers = prelude.readUInt32BE(4);
  const payload = total - headers - preludeLength - crcLength;
  if (headers > longestHeaders || payload > longestPayload || payload < 0) {
    throw new FrameFault(
      `an event of ${total} bytes, ${headers} of headers, is not possible`,
      start,
    );
  }
  if (queue.length < total) return undefined;
  const frame = queue.take(total);
  checkCrc(frame, total, 'an event', frame);
  return frame;
}

/** A CRC stands in the last four of the bytes it is over. */
function checkCrc(bytes: Buffer, length: number, what: string, start: Buffer): void {
  const said = bytes.readUInt32BE(length - crcLength);
  const actual = crc32(bytes.subarray(0, length - crcLength));
  if (said === actual) return;
  const [saidHex, actualHex] = [said, actual].map((crc) => crc.toString(16).padStart(8, '0'));
  throw new FrameFault(
    `the CRC32 of ${what} is ${actualHex} and should be ${saidHex}, so it was damaged or is none`,
    start,
  );
}

function decodeFrame(frame: Buffer): EventMessage {
  try {
    const { headers, body } = codec.decode(frame);
    const entries = Object.entries(headers).map(([name, header]) => [name, plainValue(header)]);
    return { headers: Object.fromEntries(entries), payload: body };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new FrameFault(`the headers of an event cannot be read: ${problem}`, frame);
  }
}

function plainValue({ type, value }: CodecHeader): HeaderValue {
  if (type !== 'long') return value;
  const exact = Buffer.from(value.bytes).readBigInt64BE();
  return Number.isSafeInteger(Number(exact)) ? Number(exact) : exact;
}

function codecHeaders(headers: TypedMessage['headers']): CodecHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, header]) => [name, codecHeader(header)]),
  );
}

function codecHeader(header: TypedHeader): CodecHeader {
  if (header.type !== 'long') return header;
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(header.value);
  return { type: 'long', value: new Int64(new Uint8Array(bytes)) };
}

/** Chunks joined only when a whole message is there, so that a large one is copied once. */
class ByteQueue {
  #chunks: Uint8Array[] = [];
  length = 0;

  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.length += chunk.length;
  }

  /** The first bytes, which stay. */
  peek(length: number): Buffer {
    const [first] = this.#chunks;
    if (first === undefined || first.length < length) {
      this.#chunks = [Buffer.concat(this.#chunks)];
    }
    return asBuffer(this.#chunks[0] ?? new Uint8Array(0)).subarray(0, length);
  }

  take(length: number): Buffer {
    const taken = Buffer.from(this.peek(length));
    const rest = asBuffer(this.#chunks[0] ?? new Uint8Array(0)).subarray(length);
    this.#chunks = [rest, ...this.#chunks.slice(1)].filter((chunk) => chunk.length > 0);
    this.length -= length;
    return taken;
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
