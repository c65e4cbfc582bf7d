// Messages of event streams for tests, and clients that receive them.

import { Readable } from 'node:stream';
import type { HttpResponse } from '../../../src/core/http/message.ts';
import { encodeFrame, type TypedMessage } from '../../../src/core/protocols/eventFrames.ts';

export function eventFrame(name: string, payload: unknown = {}): Uint8Array {
  return frame({ ':message-type': 'event', ':event-type': name }, payload);
}

export function exceptionFrame(name: string, payload: unknown): Uint8Array {
  return frame({ ':message-type': 'exception', ':exception-type': name }, payload);
}

function frame(texts: Readonly<Record<string, string>>, payload: unknown): Uint8Array {
  const headers: TypedMessage['headers'] = Object.fromEntries(
    Object.entries(texts).map(([name, value]) => [name, { type: 'string', value } as const]),
  );
  const bytes = payload instanceof Uint8Array ? payload : Buffer.from(JSON.stringify(payload));
  return encodeFrame({ headers, payload: bytes });
}

export function streamedResponse(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  headers: Readonly<Record<string, string>> = {},
): HttpResponse {
  const body = chunks instanceof Readable ? chunks : Readable.from(chunks, { objectMode: false });
  return { statusCode: 200, headers, body };
}

export function inChunks(bytes: Uint8Array, size: number): Uint8Array[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * size, (i + 1) * size));
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
