// When and after how long a failed attempt is made again, as botocore's modes have it. Nothing here waits or sends.
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html

import type { OperationPlan } from '../plan.ts';
import type { ClientSettings } from '../settings.ts';

/** How an attempt failed: an answer with an error, or no usable answer. */
export interface Failure {
  /** AWS's error code, if one was read. */
  readonly code?: string | undefined;
  readonly statusCode?: number | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** A fault below HTTP that another attempt may not meet. */
  readonly isConnectionFault?: boolean | undefined;
  readonly isTimeout?: boolean | undefined;
}

export type FailureKind = 'throttling' | 'transient' | 'final';

const throttlingCodes: ReadonlySet<string> = new Set([
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestThrottledException',
  'TooManyRequestsException',
  'ProvisionedThroughputExceededException',
  'TransactionInProgressException',
  'RequestLimitExceeded',
  'BandwidthLimitExceeded',
  'LimitExceededException',
  'RequestThrottled',
  'SlowDown',
  'PriorRequestNotComplete',
  'EC2ThrottledException',
]);

/** Limits of something else than of calls in a time. */
const otherLimits: ReadonlySet<string> = new Set([
  'LimitExceededException',
  'PriorRequestNotComplete',
  'ProvisionedThroughputExceededException',
  'TransactionInProgressException',
]);

const transientCodes: ReadonlySet<string> = new Set([
  'RequestTimeout',
  'RequestTimeoutException',
  'PriorRequestNotComplete',
]);

const transientStatuses: ReadonlySet<number> = new Set([500, 502, 503, 504]);

export function classify(failure: Failure, plan: OperationPlan): FailureKind {
  const { code, statusCode } = failure;
  if (code !== undefined && throttlingCodes.has(code)) return 'throttling';
  const modelled = code === undefined ? undefined : plan.retryableErrors.get(code);
  if (modelled) return modelled;
  if (statusCode === 429) return 'throttling';
  if (code !== undefined && transientCodes.has(code)) return 'transient';
  if (statusCode !== undefined && transientStatuses.has(statusCode)) return 'transient';
  return failure.isConnectionFault ? 'transient' : 'final';
}

/** Whether fewer calls would have helped. */
export function isTooFast(failure: Failure, plan: OperationPlan): boolean {
  const isOther = failure.code !== undefined && otherLimits.has(failure.code);
  return !isOther && classify(failure, plan) === 'throttling';
}

/** How a client tries again, fixed for its life. */
export interface RetryPolicy {
  /** Attempts in all, the first one included. */
  readonly maxAttempts: number;
  /** Milliseconds at most before the second attempt; doubled for each one after it. */
  readonly firstDelay: number;
  readonly longestDelay: number;
  /** Whether a client that fails too often stops trying again. */
  readonly hasQuota: boolean;
  /** Whether a throttled client sends more slowly from then on. */
  readonly limitsRate: boolean;
}

/** `legacy` keeps its own counts and delays; what it tries again is what the others do. */
export function retryPolicyOf(settings: ClientSettings, serviceId: string): RetryPolicy {
  const { retryMode = 'standard', maxAttempts } = settings;
  if (retryMode !== 'legacy') {
    return {
      maxAttempts: Math.max(1, maxAttempts ?? 3),
      firstDelay: 1000,
      longestDelay: 20_000,
      hasQuota: true,
      limitsRate: retryMode === 'adaptive',
    };
  }
  const isDynamo = serviceId === 'dynamodb';
  return {
    maxAttempts: Math.max(1, maxAttempts ?? (isDynamo ? 10 : 5)),
    firstDelay: isDynamo ? 50 : 1000,
    longestDelay: Number.POSITIVE_INFINITY,
    hasQuota: false,
    limitsRate: false,
  };
}

const longestAsked = 20_000;
const longestAdded = 5000;

/** Milliseconds before the attempt after `attempt` (counted from 1): full jitter, but not before the server wants it. */
export function retryDelay(
  attempt: number,
  failure: Failure,
  { firstDelay, longestDelay }: RetryPolicy,
  random: () => number,
): number {
  const backOff = random() * Math.min(2 ** (attempt - 1) * firstDelay, longestDelay);
  const { headers = {} } = failure;
  const exact = Number(headers['x-amz-retry-after'] ?? Number.NaN);
  if (exact >= 0) return Math.max(backOff, Math.min(exact, backOff + longestAdded));
  return Math.max(backOff, askedDelay(failure));
}

/** Milliseconds the server wants nothing for; 0 where it does not say. */
export function askedDelay({ headers = {} }: Failure): number {
  return Math.min(retryAfter(headers), longestAsked);
}

/** In seconds, or as a date of the server's clock. */
function retryAfter(headers: Readonly<Record<string, string>>): number {
  const text = headers['retry-after'] ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const wait = Date.parse(text) - Date.parse(headers.date ?? '');
  return wait > 0 ? wait : 0;
}

const capacity = 500;
const retryCost = 5;
const timeoutCost = 10;

/** Keeps a client from answering an outage with a flood: every retry costs, every success pays back. */
export class RetryQuota {
  #available = capacity;

  /** Takes the price of a retry and says what it was; undefined when there is not enough left. */
  acquire(failure: Failure): number | undefined {
    const cost = failure.isTimeout ? timeoutCost : retryCost;
    if (cost > this.#available) return undefined;
    this.#available -= cost;
    return cost;
  }

  /** After a success: gives back what its last retry cost, or one. */
  release(cost = 1): void {
    this.#available = Math.min(capacity, this.#available + cost);
  }
}

const expiredCodes: ReadonlySet<string> = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'TokenRefreshRequired',
]);

/** Whether the keys were good once and are not any more, so that new ones may do. */
export function wantsNewKeys({ code }: Failure): boolean {
  return code !== undefined && expiredCodes.has(code);
}

const skewCodes: ReadonlySet<string> = new Set([
  'RequestTimeTooSkewed',
  'RequestExpired',
  'RequestInTheFuture',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'AuthFailure',
]);

const toleratedSkew = 4 * 60_000;

/** Milliseconds to add to our clock, when the answer shows that it is the clock that was refused. */
export function clockCorrection(failure: Failure, signedAt: Date): number | undefined {
  const isRefusal = failure.statusCode === 403 || skewCodes.has(failure.code ?? '');
  const serverTime = Date.parse(failure.headers?.date ?? '');
  if (!isRefusal || Number.isNaN(serverTime)) return undefined;
  const skew = serverTime - signedAt.getTime();
  return Math.abs(skew) > toleratedSkew ? skew : undefined;
}
