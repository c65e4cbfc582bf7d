// One call with all its attempts: sign, send, read, and decide whether to try again.

import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { throwIfAborted, untilAborted } from './abort.ts';
import { type Attempt, attempt } from './attempt.ts';
import { askBucketRegion } from './bucketRegion.ts';
import type { ClientContext } from './clientContext.ts';
import { hasMoved } from './customizations/discovery.ts';
import { isRegion, redirectedBucket, redirectRegion } from './customizations/redirect.ts';
import { type CheckedCall, type DescribedRequest, describeRequest } from './describeRequest.ts';
import type { RequestAuth } from './http/auth.ts';
import { classify, clockCorrection, isTooFast, retryDelay, wantsNewKeys } from './http/retry.ts';
import { attemptInTurn } from './pace/attemptInTurn.ts';
import type { Turn } from './pace/turns.ts';
import type { Document } from './protocols/protocol.ts';

/** What a call came to, and what is said of it afterwards. */
export interface Exchange {
  readonly output: Document;
  readonly statusCode: number;
}

/** Filled in as the call goes on, so that a failed one can be told of too. */
export interface CallProgress {
  attempts: number;
  statusCode?: number;
  requestId?: string;
}

export interface ExchangeOptions {
  readonly signal: AbortSignal | undefined;
  /** Its turn where the pace is kept; absent for a call that leaves at once. */
  readonly turn?: Turn | undefined;
}

export async function exchange(
  context: ClientContext,
  call: CheckedCall,
  progress: CallProgress,
  { signal, turn }: ExchangeOptions,
): Promise<Exchange> {
  const { retryPolicy, rateLimit, quota } = context;
  const { maxAttempts } = retryPolicy;
  const invocation = randomUUID();
  let corrections: Corrections | undefined;
  let described = await describeRequest(context, call, { signal });
  let paid: number | undefined;
  for (let failures = 0; ; ) {
    throwIfAborted(signal);
    progress.attempts += 1;
    const options = { invocation, number: progress.attempts, maxAttempts, signal };
    const made = turn
      ? await attemptInTurn(context, call, described, { ...options, turn })
      : await attempt(context, call, described, options);
    note(progress, made);
    const kind = made.ok ? undefined : classify(made.failure, call.plan);
    rateLimit?.note(kind === 'throttling');
    if (made.ok) {
      quota.release(paid);
      return made;
    }
    if (isSpent(described)) throw made.error;
    if (turn && maxAttempts > 1 && mayTakeAnother(turn, made, call)) continue;
    corrections ??= new Corrections();
    if (await corrections.apply(context, { call, auth: described.auth, made, signal })) {
      described = await describeRequest(context, call, { signal });
      continue;
    }
    failures += 1;
    if (kind === 'final' || failures >= maxAttempts) throw made.error;
    if (retryPolicy.hasQuota) {
      paid = quota.acquire(made.failure);
      if (paid === undefined) throw made.error;
    }
    const wait = retryDelay(failures, made.failure, retryPolicy, context.options.random);
    await untilAborted(context.options.delay(wait, signal), signal);
  }
}

function note(progress: CallProgress, { statusCode, requestId }: Attempt): void {
  if (statusCode !== undefined) progress.statusCode = statusCode;
  if (requestId !== undefined) progress.requestId = requestId;
}

const mostTurns = 20;

/** Who keeps the pace and came too fast all the same waits for another turn; that is no attempt that failed. */
function mayTakeAnother(turn: Turn, { failure }: FailedAttempt, { plan }: CheckedCall): boolean {
  if (turn.priority === undefined || !isTooFast(failure, plan)) return false;
  turn.throttled += 1;
  return turn.throttled < mostTurns;
}

/** A stream that was begun cannot be sent again. */
function isSpent({ request }: DescribedRequest): boolean {
  const { body } = request;
  return body instanceof Readable && (body.readableDidRead || body.destroyed);
}

type FailedAttempt = Attempt & { readonly ok: false };

interface Answered {
  readonly call: CheckedCall;
  readonly auth: RequestAuth;
  readonly made: FailedAttempt;
  readonly signal: AbortSignal | undefined;
}

/** What an answer can teach, each at most once a call: where the service or the bucket is, the time, that the keys are old. */
class Corrections {
  #redirected = false;
  #clockSet = false;
  #renewed = false;
  #moved = false;

  async apply(context: ClientContext, answered: Answered): Promise<boolean> {
    const { made } = answered;
    if (this.#follow(context, answered)) return true;
    if ((await this.#redirect(context, answered)) || this.#setClock(context, made)) return true;
    return this.#renewKeys(context, answered);
  }

  /** To where a service with discovered endpoints is now. */
  #follow({ options, discovery }: ClientContext, { call, made }: Answered): boolean {
    const isDiscovered = call.plan.operation.endpointdiscovery && options.endpoint === undefined;
    if (this.#moved || !isDiscovered || !hasMoved(made.failure)) return false;
    discovery.forget();
    this.#moved = true;
    return true;
  }

  async #renewKeys(context: ClientContext, { call, auth, made, signal }: Answered) {
    const { keys, failure } = made;
    if (this.#renewed || !keys || auth.type === 'none' || !wantsNewKeys(failure)) return false;
    this.#renewed = true;
    const fresh = await context.credentialsFor(auth, call, signal, keys);
    return fresh.accessKeyId !== keys.accessKeyId || fresh.sessionToken !== keys.sessionToken;
  }

  async #redirect(context: ClientContext, { call, made, signal }: Answered): Promise<boolean> {
    const bucket = redirectedBucket(call, made.failure);
    if (this.#redirected || bucket === undefined) return false;
    const named = redirectRegion(made.failure, made.error);
    const isAsking = call.plan.name === 'HeadBucket';
    const region = isAsking ? named : (named ?? (await askBucketRegion(context, bucket, signal)));
    if (!isRegion(region) || region === context.bucketRegions.get(bucket)) return false;
    context.bucketRegions.set(bucket, region);
    this.#redirected = true;
    return true;
  }

  #setClock(context: ClientContext, made: FailedAttempt): boolean {
    if (this.#clockSet) return false;
    const correction = clockCorrection(made.failure, made.signedAt);
    if (correction === undefined) return false;
    context.correctClock(correction);
    this.#clockSet = true;
    return true;
  }
}
