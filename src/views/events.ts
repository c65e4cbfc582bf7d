// A stream of events, read into a list that a JSON document can hold: some streams never end, so there are limits, and what
// came before a stream was stopped or failed is shown.

import { isAbort } from '../core/errors.ts';
import type { EventStream } from '../core/eventStream.ts';
import { toJson } from '../core/json.ts';
import type { Document } from '../core/protocols/protocol.ts';
import { describeBytes } from './bytes.ts';

export interface ReadEventsOptions {
  readonly signal?: AbortSignal | undefined;
  /** Characters of their JSON. */
  readonly limit: number;
  /** Events. */
  readonly most?: number;
  /** Milliseconds. */
  readonly patience?: number;
}

/** The events, and behind them, where they are not all, why. */
export async function readEvents(
  stream: EventStream,
  { signal, limit, most = 1000, patience = 60_000 }: ReadEventsOptions,
): Promise<readonly Document[]> {
  const events: Document[] = [];
  let cut: string | undefined;
  const stop = (why: string) => {
    cut ??= why;
    stream.close();
  };
  const timer = setTimeout(stop, patience, `Stopped after ${patience / 1000} seconds.`);
  const onAbort = () => stop('Stopped when it was cancelled.');
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    let length = 0;
    for await (const event of stream) {
      const shown = withShownBytes(event, limit) as Document;
      events.push(shown);
      length += toJson(shown).length;
      if (events.length >= most) stop(`Only the first ${most} events are shown.`);
      else if (length >= limit) stop(`Only the first ${events.length} events are shown.`);
    }
  } catch (error) {
    if (events.length === 0) throw error;
    cut ??= isAbort(error) ? 'Stopped when it was cancelled.' : String(error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
  return cut === undefined ? events : [...events, { cut }];
}

function withShownBytes(value: unknown, limit: number): unknown {
  if (value instanceof Uint8Array) return describeBytes(value, limit);
  if (Array.isArray(value)) return value.map((item) => withShownBytes(item, limit));
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withShownBytes(item, limit)]),
  );
}
