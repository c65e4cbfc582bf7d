// Streams of an output, such as an object's body, read into values that a JSON document can hold. Never more than a
// limit: what is beyond is left where it is, and the value says so.

import { addAbortSignal, Readable } from 'node:stream';
import type { Document } from '../../core/protocols/protocol.ts';

export interface ReadStreamsOptions {
  readonly signal?: AbortSignal;
  /** Bytes of one stream. */
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
    const isStream = value instanceof Readable;
    entries.push([name, isStream ? await readStream(value, limit, signal) : value]);
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

function describeBytes(all: Uint8Array, limit: number): Document {
  const isCut = all.length > limit;
  const bytes = isCut ? all.subarray(0, limit) : all;
  const text = decodeText(bytes, isCut);
  const shown = text === undefined ? { base64: Buffer.from(bytes).toString('base64') } : { text };
  return isCut ? { ...shown, cut: `Only the first ${limit} bytes are shown.` } : shown;
}

/** Undefined for what is not UTF-8 text. A cut may go through a character, whose bytes are then left out. */
function decodeText(bytes: Uint8Array, isCut: boolean): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return undefined;
  }
}
