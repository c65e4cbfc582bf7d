import { throwIfAborted } from '../abort.ts';
import type { Credentials, CredentialsProvider } from './credentials.ts';
import { shareWork } from './shared.ts';

/** Five minutes: longer than a call and its retries take, and than clocks usually differ. */
const refreshWindow = 5 * 60_000;

/**
 * Keeps keys in memory until five minutes before they expire, then gets new ones: once, however many wait. A failure is not
 * remembered; while the old keys are still good, it is not told either.
 */
export function rememberCredentials(
  load: (signal: AbortSignal) => Promise<Credentials>,
  clock: () => Date,
): CredentialsProvider {
  let kept: Kept | undefined;

  const refresh = shareWork(async (signal) => {
    try {
      const credentials = await load(signal);
      kept = { credentials, refreshAt: refreshTime(credentials, clock()) };
      return credentials;
    } catch (error) {
      if (kept && !isExpired(kept.credentials, clock())) return kept.credentials;
      throw error;
    }
  });

  return async (options = {}) => {
    throwIfAborted(options.signal);
    if (kept && kept.credentials === options.refused) kept = undefined;
    const isFresh = kept && clock().getTime() < kept.refreshAt;
    return kept && isFresh ? kept.credentials : refresh(options);
  };
}

interface Kept {
  readonly credentials: Credentials;
  /** Milliseconds since 1970. */
  readonly refreshAt: number;
}

/** Keys that live shorter than the window are used for half their life, so that not every call asks for new ones. */
function refreshTime({ expiration }: Credentials, now: Date): number {
  if (!expiration) return Number.POSITIVE_INFINITY;
  const life = expiration.getTime() - now.getTime();
  return expiration.getTime() - Math.min(refreshWindow, life / 2);
}

function isExpired({ expiration }: Credentials, now: Date): boolean {
  return expiration !== undefined && expiration <= now;
}
