// Cancelling: an `AbortSignal` ends every wait at once, and always as an `AbortError`.

import { setTimeout as sleep } from 'node:timers/promises';

/** What a cancelled call throws, whatever reason the signal was given. */
export function abortError(signal: AbortSignal): Error {
  const { reason } = signal;
  if (reason instanceof Error && reason.name === 'AbortError') return reason;
  return Object.assign(new Error('The call was cancelled.', { cause: reason }), {
    name: 'AbortError',
  });
}

export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortError(signal);
}

/** Settles as `work` does, or at once when the signal fires; what `work` then still gives is dropped. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return signal ? raceAbort(work, signal) : work;
}

async function raceAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(abortError(signal));
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    work.catch(() => {}); // A late failure of dropped work is nobody's.
  }
}

/** Waits, unless cancelled. */
export async function delay(milliseconds: number, signal?: AbortSignal): Promise<void> {
  throwIfAborted(signal);
  await untilAborted(sleep(milliseconds, undefined, signal ? { signal } : {}), signal);
}
