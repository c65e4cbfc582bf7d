// Streams of an output, such as an object's body or a log's events, read into values that a JSON document can hold. Never
// more than a limit: what is beyond is left where it is, and the value says so.

import { addAbortSignal, Readable } from 'node:stream';
import { EventStream } from '../core/eventStream.ts';
import type { Document } from '../core/protocols/protocol.ts';
import { describeBytes } from './bytes.ts';
import { readEvents } from './events.ts';

export interface ReadStreamsOptions {
  readonly signal?: AbortSignal;
  /** Bytes of one stream; of events, the characters of their JSON. */
  readonly limit?: number;
}

/** A mebibyte: more than a person reads, less than an editor minds. */
export const streamLimit = 1024 * 1024;

export async function readStreams(
  output: Document,
  { signal, limit = streamLimit }: ReadStreamsOptions = {},
): Promise<Document> {
  const entries: [string, unknown][] = [];
  for (const [name, value] of Object.entries(output)) {
    if (value instanceof Readable) entries.push([name, await readStream(value, limit, signal)]);
    else if (value instanceof EventStream)
      entries.push([name, await readEvents(value, { limit, signal })]);
    else entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}

async function readStream(stream: Readable, limit: number, signal: AbortSignal | undefined) {
  if (signal) addAbortSignal(signal, stream);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
    chunks.push(bytes);
    length += bytes.length;
    // Leaving the loop destroys the stream, and with it the connection.
    if (length > limit) break;
  }
  return describeBytes(Buffer.concat(chunks), limit);
}
