import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isAbort } from '../../../src/core/errors.ts';
import { RateLimit } from '../../../src/core/http/rateLimit.ts';
import { parseJson } from '../../../src/core/json.ts';

type Step = readonly [seconds: number, wasThrottled: boolean, rate: number | null];

/** What botocore's limiter came to after the same answers at the same times. */
const steps = readFileSync(new URL('rateLimit.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => parseJson(line) as Step);

test('it sends at the rate that botocore would', () => {
  let now = 1000.25;
  const limit = new RateLimit(
    () => now,
    async () => {},
  );
  for (const [seconds, wasThrottled, rate] of steps) {
    now = seconds;
    limit.note(wasThrottled);
    if (rate === null) assert.equal(limit.rate, undefined);
    else assert.ok(Math.abs((limit.rate ?? 0) - rate) < 1e-4, `${limit.rate} instead of ${rate}`);
  }
});

/** A limiter that was throttled once, and the time as it waits. */
function throttled() {
  const time = { now: 100 };
  const limit = new RateLimit(
    () => time.now,
    async (milliseconds, signal) => {
      signal?.throwIfAborted();
      time.now += milliseconds / 1000;
    },
  );
  limit.note(true);
  return { limit, time };
}

test('it waits for nothing until something is throttled', async () => {
  const wait = () => assert.fail('it waited');
  const limit = new RateLimit(() => 5, wait);
  for (let i = 0; i < 100; i++) await limit.acquire(undefined);
});

test('it lets requests leave one after the other once it was throttled', async () => {
  const { limit, time } = throttled();
  for (let i = 0; i < 5; i++) await limit.acquire(undefined);
  assert.ok(time.now >= 109, `5 requests in ${time.now - 100} s`);
});

test('it ends a wait that is cancelled', async () => {
  const { limit } = throttled();
  await assert.rejects(limit.acquire(AbortSignal.abort()), isAbort);
});
