import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  classify,
  clockCorrection,
  type Failure,
  RetryQuota,
  retryDelay,
  retryPolicyOf,
  wantsNewKeys,
} from '../../../src/core/http/retry.ts';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { planOperation } from '../../../src/core/plan.ts';

const dynamodb = await openCatalogue().service('dynamodb');
const operation = dynamodb.operations.PutItem;
assert.ok(operation);
const plan = planOperation(dynamodb, 'PutItem', operation);

test('it tells throttling from what passes and what does not', () => {
  assert.equal(classify({ code: 'SlowDown', statusCode: 503 }, plan), 'throttling');
  assert.equal(classify({ statusCode: 429 }, plan), 'throttling');
  assert.equal(classify({ code: 'RequestTimeout', statusCode: 400 }, plan), 'transient');
  for (const statusCode of [500, 502, 503, 504]) {
    assert.equal(classify({ statusCode }, plan), 'transient');
  }
  for (const statusCode of [400, 403, 404, 409, 501]) {
    assert.equal(classify({ statusCode }, plan), 'final');
  }
  assert.equal(classify({ isConnectionFault: true }, plan), 'transient');
  assert.equal(classify({ isConnectionFault: false }, plan), 'final');
});

test('it tries again the errors that are modelled so', () => {
  const retryable = { ...plan, retryableErrors: new Map([['Busy', 'transient' as const]]) };
  assert.equal(classify({ code: 'Busy', statusCode: 400 }, retryable), 'transient');
});

test('it tries again for STS when it could not ask whoever signed a person in', async () => {
  const failure = { code: 'IDPCommunicationError', statusCode: 400 };
  const sts = await openCatalogue().service('sts');
  const assume = sts.operations.AssumeRoleWithWebIdentity;
  assert.ok(assume);
  const planned = planOperation(sts, 'AssumeRoleWithWebIdentity', assume);
  assert.equal(classify(failure, planned), 'transient');
  assert.equal(classify(failure, plan), 'final');
});

const standard = retryPolicyOf({}, 'sts');

/** The longest waits before attempts 2 to 8. */
function longestDelays(policy: typeof standard): number[] {
  return [1, 2, 3, 4, 5, 6, 7].map((attempt) => retryDelay(attempt, {}, policy, () => 1));
}

test('it waits up to twice as long each time, and never more than 20 seconds', () => {
  assert.deepEqual(longestDelays(standard), [1000, 2000, 4000, 8000, 16_000, 20_000, 20_000]);
  const shortest = retryDelay(1, {}, standard, () => 0);
  assert.equal(shortest, 0);
});

test('it has the numbers of each mode', () => {
  const attempts = (retryMode: 'legacy' | 'standard' | 'adaptive', id: string) =>
    retryPolicyOf({ retryMode }, id).maxAttempts;
  assert.deepEqual([attempts('standard', 'dynamodb'), attempts('adaptive', 'sts')], [3, 3]);
  assert.deepEqual([attempts('legacy', 'dynamodb'), attempts('legacy', 'sts')], [10, 5]);
  assert.equal(retryPolicyOf({ retryMode: 'legacy', maxAttempts: 2 }, 'sts').maxAttempts, 2);
  const dynamo = retryPolicyOf({ retryMode: 'legacy' }, 'dynamodb');
  assert.deepEqual(longestDelays(dynamo), [50, 100, 200, 400, 800, 1600, 3200]);
});

test('it waits as long as the server asks', () => {
  const after = (headers: Failure['headers']) => retryDelay(1, { headers }, standard, () => 0);
  assert.equal(after({ 'x-amz-retry-after': '1500' }), 1500);
  assert.equal(after({ 'x-amz-retry-after': '60000' }), 5000);
  assert.equal(after({ 'x-amz-retry-after': 'soon' }), 0);
  assert.equal(after({ 'retry-after': '3' }), 3000);
  assert.equal(after({ 'retry-after': '3600' }), 20_000);
  const date = 'Fri, 31 Dec 1999 23:59:50 GMT';
  assert.equal(after({ 'retry-after': 'Fri, 31 Dec 1999 23:59:59 GMT', date }), 9000);
  assert.equal(after({ 'retry-after': 'Fri, 31 Dec 1999 23:59:00 GMT', date }), 0);
});

test('it wants new keys when those it has are old, and not when they are wrong', () => {
  assert.equal(wantsNewKeys({ code: 'ExpiredToken', statusCode: 403 }), true);
  assert.equal(wantsNewKeys({ code: 'ExpiredTokenException', statusCode: 400 }), true);
  assert.equal(wantsNewKeys({ code: 'InvalidClientTokenId', statusCode: 403 }), false);
});

test('it stops trying again when too much failed, until something goes well', () => {
  const quota = new RetryQuota();
  let retries = 0;
  while (quota.acquire({}) !== undefined) retries += 1;
  assert.equal(retries, 100);
  quota.release(5);
  assert.equal(quota.acquire({ isTimeout: true }), undefined);
  assert.equal(quota.acquire({}), 5);
  for (let i = 0; i < 10; i++) quota.release();
  assert.equal(quota.acquire({ isTimeout: true }), 10);
});

test('it corrects the clock only when that was refused and is far off', () => {
  const signedAt = new Date('2026-01-01T00:00:00Z');
  const headers = { date: 'Thu, 01 Jan 2026 00:10:00 GMT' };
  const refused = { code: 'RequestTimeTooSkewed', statusCode: 403, headers };
  assert.equal(clockCorrection(refused, signedAt), 600_000);
  assert.equal(clockCorrection({ statusCode: 500, headers }, signedAt), undefined);
  const near = { ...refused, headers: { date: 'Thu, 01 Jan 2026 00:01:00 GMT' } };
  assert.equal(clockCorrection(near, signedAt), undefined);
});
