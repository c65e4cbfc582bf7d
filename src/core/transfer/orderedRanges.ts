// The ranges of an object in order, the next ones read ahead into memory.

import { throwIfAborted, untilAborted } from '../abort.ts';
import { type ObjectReader, readRange } from './objectRange.ts';
import type { Part } from './plan.ts';
import { partError } from './upload.ts';

/** At most `ahead` ranges are under way or wait to be taken. */
export async function* orderedRanges(
  reader: ObjectReader,
  parts: readonly (Part | undefined)[],
  ahead: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const own = new AbortController();
  const joined = signal ? AbortSignal.any([signal, own.signal]) : own.signal;
  const underWay: Promise<readonly Uint8Array[]>[] = [];
  let next = 0;
  try {
    for (let taken = 0; taken < parts.length; taken += 1) {
      for (; next < parts.length && underWay.length < ahead; next += 1) {
        const chunks = readWhole(reader, parts[next], joined);
        chunks.catch(() => {}); // Thrown where it is its turn.
        underWay.push(chunks);
      }
      if (underWay[0] !== undefined) yield* await untilAborted(underWay[0], signal);
      underWay.shift();
    }
  } finally {
    own.abort();
    await Promise.allSettled(underWay);
  }
  throwIfAborted(signal);
}

async function readWhole(
  reader: ObjectReader,
  part: Part | undefined,
  signal: AbortSignal,
): Promise<readonly Uint8Array[]> {
  let chunks: Uint8Array[] = [];
  try {
    await readRange(reader, part, signal, (chunk, position) => {
      if (position === (part?.start ?? 0)) chunks = [];
      chunks.push(chunk);
    });
  } catch (error) {
    throw part ? partError(reader.where, part.number, error) : error;
  }
  return chunks;
}
