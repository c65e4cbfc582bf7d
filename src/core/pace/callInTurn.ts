import type { CheckedCall } from '../describeRequest.ts';
import type { Exchange } from '../exchange.ts';
import { isReading } from '../readOnly.ts';
import { readKey } from './readKey.ts';
import type { ReadOptions, SharedReads } from './sharedReads.ts';
import { Turn } from './turns.ts';

export interface TurnOptions extends ReadOptions {
  readonly reads: SharedReads<Exchange>;
}

/** A call that keeps the pace: one for all who read the same, and its own for what may change something. */
export async function callInTurn(
  call: CheckedCall,
  { reads, ...options }: TurnOptions,
  make: (turn: Turn, signal: AbortSignal | undefined) => Promise<Exchange>,
): Promise<Exchange> {
  const key = readKey(call);
  if (key !== undefined) return reads.read(key, options, make);
  try {
    return await make(new Turn(options.priority), options.signal);
  } finally {
    if (!isReading(call.service.id, call.plan.name)) reads.forget();
  }
}
