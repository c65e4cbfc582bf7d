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

/**
 * Keeps keys or a token in memory, and gets new ones before they expire: once, however many wait. A failure is not
 * remembered; in the first window it is not told either.
 */
export function rememberExpiring<T extends Expiring>(
  load: (signal: AbortSignal, refused: T | undefined) => Promise<T>,
  clock: () => Date,
): (options?: RememberedOptions<T>) => Promise<T> {
  let kept: Kept<T> | undefined;
  let refused: T | undefined;
  let isRefreshing = false;
  let nextEarlyTry = 0;

  const refresh = shareWork(async (signal) => {
    isRefreshing = true;
    try {
      const value = await load(signal, refused);
      kept = keep(value, clock().getTime());
      nextEarlyTry = 0;
      return value;
    } finally {
      isRefreshing = false;
    }
  });

  const refreshEarly = async (old: T, signal: AbortSignal | undefined) => {
    nextEarlyTry = clock().getTime() + pause;
    try {
      return await refresh({ signal });
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
    if (!kept || now >= kept.mandatoryAt) return refresh({ signal });
    const isEarly = now >= kept.advisoryAt && now >= nextEarlyTry && !isRefreshing;
    return isEarly ? refreshEarly(kept.value, signal) : kept.value;
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
