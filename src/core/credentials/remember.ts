import { throwIfAborted } from '../abort.ts';
import { shareWork } from './shared.ts';

/** From here on one caller gets new keys, while the others go on with the old ones. In milliseconds, as in botocore. */
const advisoryWindow = 15 * 60_000;
/** From here on all wait for new keys. */
const mandatoryWindow = 10 * 60_000;
/** Between two tries that may fail. */
const pause = 60_000;

/** What is good for a time only. */
export interface Expiring {
  /** Absent for what does not expire. */
  readonly expiration?: Date;
}

export interface RememberedOptions<T> {
  readonly signal?: AbortSignal | undefined;
  /** What a service does not take any more: if it is what is kept, another one is wanted, whatever its own date says. */
  readonly refused?: T | undefined;
}

/** What is wanted of a load. */
export interface LoadRequest<T> {
  readonly signal: AbortSignal;
  /** What a service did not take the last time. */
  readonly refused: T | undefined;
  /** True while what is kept is good for some minutes yet. */
  readonly isEarly: boolean;
}

/**
 * Keeps keys or a token in memory, and gets new ones before they expire: once, however many wait. A failure is not
 * remembered; in the first window it is not told either.
 */
export function rememberExpiring<T extends Expiring>(
  load: (request: LoadRequest<T>) => Promise<T>,
  clock: () => Date,
): (options?: RememberedOptions<T>) => Promise<T> {
  let kept: Kept<T> | undefined;
  let refused: T | undefined;
  let isRefreshingEarly = false;
  let nextEarlyTry = 0;

  const run = async (signal: AbortSignal, isEarly: boolean) => {
    const value = await load({ signal, refused, isEarly });
    kept = keep(value, clock().getTime());
    nextEarlyTry = 0;
    return value;
  };
  const refresh = shareWork((signal) => run(signal, false));
  const refreshEarly = shareWork(async (signal) => {
    isRefreshingEarly = true;
    try {
      return await run(signal, true);
    } finally {
      isRefreshingEarly = false;
    }
  });

  /** Takes up what is under way; whatever hinders that need not hinder another try. */
  const refreshNow = async (signal: AbortSignal | undefined) => {
    if (isRefreshingEarly) await refreshEarly({ signal }).catch(() => throwIfAborted(signal));
    return kept && clock().getTime() < kept.mandatoryAt ? kept.value : refresh({ signal });
  };

  const tryEarly = async (old: T, signal: AbortSignal | undefined) => {
    nextEarlyTry = clock().getTime() + pause;
    try {
      return await refreshEarly({ signal });
    } catch {
      throwIfAborted(signal);
      return old; // It is good for ten minutes yet, and a later try tells what is wrong.
    }
  };

  return async ({ signal, refused: given } = {}) => {
    throwIfAborted(signal);
    if (given !== undefined && given === kept?.value) {
      refused = given;
      kept = undefined;
    }
    const now = clock().getTime();
    if (!kept || now >= kept.mandatoryAt) return refreshNow(signal);
    const isEarly = now >= kept.advisoryAt && now >= nextEarlyTry && !isRefreshingEarly;
    return isEarly ? tryEarly(kept.value, signal) : kept.value;
  };
}

/** Times are milliseconds since 1970. */
interface Kept<T> {
  readonly value: T;
  readonly advisoryAt: number;
  readonly mandatoryAt: number;
}

/**
 * What lives shorter than half an hour is used for half its life, so that not every call asks anew: roles may be assumed for
 * a quarter of an hour.
 */
function keep<T extends Expiring>(value: T, now: number): Kept<T> {
  const end = value.expiration?.getTime() ?? Number.POSITIVE_INFINITY;
  const life = end - now;
  return {
    value,
    advisoryAt: end - Math.min(advisoryWindow, life / 2),
    mandatoryAt: end - Math.min(mandatoryWindow, life / 3),
  };
}
