// One call with all its attempts: sign, send, read, and decide whether to try again.

import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { throwIfAborted, untilAborted } from './abort.ts';
import { type Attempt, attempt } from './attempt.ts';
import type { ClientContext } from './clientContext.ts';
import { redirectRegion } from './customizations/redirect.ts';
import { type CheckedCall, type DescribedRequest, describeRequest } from './describeRequest.ts';
import { classify, clockCorrection, retryDelay } from './http/retry.ts';
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

export async function exchange(
  context: ClientContext,
  call: CheckedCall,
  progress: CallProgress,
  signal: AbortSignal | undefined,
): Promise<Exchange> {
  const maxAttempts = Math.max(1, context.options.settings.maxAttempts ?? 3);
  const invocation = randomUUID();
  const corrections = new Corrections();
  let described = await describeRequest(context, call, { signal });
  let paid: number | undefined;
  for (let failures = 0; ; ) {
    throwIfAborted(signal);
    progress.attempts += 1;
    const made = await attempt(context, call, described, {
      invocation,
      number: progress.attempts,
      maxAttempts,
      signal,
    });
    note(progress, made);
    if (made.ok) {
      context.quota.release(paid);
      return made;
    }
    if (isSpent(described)) throw made.error;
    if (corrections.apply(context, call, made)) {
      described = await describeRequest(context, call, { signal });
      continue;
    }
    failures += 1;
    const kind = classify(made.failure, call.plan);
    if (kind === 'final' || failures >= maxAttempts) throw made.error;
    paid = context.quota.acquire(made.failure);
    if (paid === undefined) throw made.error;
    const wait = retryDelay(failures, made.failure, context.options.random);
    await untilAborted(context.options.delay(wait, signal), signal);
  }
}

function note(progress: CallProgress, { statusCode, requestId }: Attempt): void {
  if (statusCode !== undefined) progress.statusCode = statusCode;
  if (requestId !== undefined) progress.requestId = requestId;
}

/** A stream that was begun cannot be sent again. */
function isSpent({ request }: DescribedRequest): boolean {
  const { body } = request;
  return body instanceof Readable && (body.readableDidRead || body.destroyed);
}

/** What an answer can teach, each at most once a call: the bucket's region and the right time. */
class Corrections {
  #redirected = false;
  #clockSet = false;

  apply(context: ClientContext, call: CheckedCall, made: Attempt & { ok: false }): boolean {
    return this.#redirect(context, call, made) || this.#setClock(context, made);
  }

  #redirect(context: ClientContext, call: CheckedCall, made: Attempt & { ok: false }): boolean {
    const bucket = call.input.Bucket;
    if (this.#redirected || typeof bucket !== 'string') return false;
    const region = redirectRegion(call, made.failure, made.error);
    if (region === undefined || region === context.bucketRegions.get(bucket)) return false;
    context.bucketRegions.set(bucket, region);
    this.#redirected = true;
    return true;
  }

  #setClock(context: ClientContext, made: Attempt & { ok: false }): boolean {
    if (this.#clockSet) return false;
    const correction = clockCorrection(made.failure, made.signedAt);
    if (correction === undefined) return false;
    context.correctClock(correction);
    this.#clockSet = true;
    return true;
  }
}
