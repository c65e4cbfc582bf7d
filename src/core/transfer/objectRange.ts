// One range of an object, read to its end. What breaks under way is asked for again, as `s3transfer` does: the client
// itself only tries again until an answer begins.

import { Readable } from 'node:stream';
import type { Client } from '../client.ts';
import { ConnectionError, ServiceError, TransferError, type Where } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import { type Part, rangeOf } from './plan.ts';
import type { Progress } from './progress.ts';

export interface ObjectReader {
  readonly client: Client;
  /** Bucket, Key, and what else `GetObject` takes. */
  readonly source: Document;
  /** The object's, so that parts of two versions are never mixed. */
  readonly etag: unknown;
  readonly progress: Progress;
  readonly attempts: number;
  readonly where: Where;
}

/** `write` gets the bytes with their place in the object; after a failure it begins again at the part's start. */
export async function readRange(
  reader: ObjectReader,
  part: Part | undefined,
  signal: AbortSignal | undefined,
  write: (chunk: Uint8Array, position: number) => Promise<void> | void,
): Promise<void> {
  const { attempts, progress } = reader;
  for (let attempt = 1; ; attempt += 1) {
    let position = part?.start ?? 0;
    try {
      const answer = await getRange(reader, part, signal);
      for await (const chunk of bodyOf(answer)) {
        await write(chunk, position);
        position += chunk.length;
        progress.add(chunk.length);
      }
      checkLength(reader, answer, part, position);
      return;
    } catch (error) {
      if (!isBroken(error) || attempt >= attempts) throw error;
      progress.add((part?.start ?? 0) - position);
    }
  }
}

async function getRange(
  { client, source, etag, where }: ObjectReader,
  part: Part | undefined,
  signal: AbortSignal | undefined,
): Promise<Document> {
  const ranged = part && { Range: rangeOf(part), ...(etag === undefined ? {} : { IfMatch: etag }) };
  try {
    const answer = await client.call('GetObject', { ...source, ...ranged }, { signal });
    checkRange(answer, part, where);
    return answer;
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'PreconditionFailed') throw error;
    throw new TransferError(where, 'the object was changed while it was read.', { cause: error });
  }
}

function checkRange(
  { ContentRange: range, Body: body }: Document,
  part: Part | undefined,
  where: Where,
) {
  if (!part || typeof range !== 'string') return;
  if (range.startsWith(`bytes ${part.start}-${part.end - 1}/`)) return;
  if (body instanceof Readable) body.destroy();
  const problem = `bytes ${part.start}-${part.end - 1} were asked for, and ${range} came.`;
  throw new TransferError(where, problem, { part: part.number });
}

async function* bodyOf({ Body: body }: Document): AsyncGenerator<Uint8Array> {
  if (body instanceof Readable) yield* body;
}

function checkLength(
  { where }: ObjectReader,
  answer: Document,
  part: Part | undefined,
  position: number,
): void {
  const start = part?.start ?? 0;
  const wanted = part ? part.end - part.start : Number(answer.ContentLength ?? position);
  if (position - start === wanted) return;
  const what = `${wanted} bytes were promised, and ${position - start} came.`;
  throw new ConnectionError(where.service ?? 's3', 'LENGTH', what, true);
}

/** A body that broke off, or is not what its checksum says. */
function isBroken(error: unknown): boolean {
  return error instanceof ConnectionError && error.retryable;
}
