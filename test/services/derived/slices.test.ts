import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { inSlices, type Work } from '../../../src/services/derived/slices.ts';

describe('work in slices', () => {
  /** Steps that take two milliseconds each, by a clock of their own. */
  function counting(steps: number) {
    let time = 0;
    const seen: number[] = [];
    function* work(): Work<string> {
      for (let step = 0; step < steps; step++) {
        time += 2;
        seen.push(step);
        yield;
      }
      return 'done';
    }
    return { work: work(), now: () => time, seen };
  }

  it('gives what the work gives', async () => {
    const { work, now, seen } = counting(7);
    assert.equal(await inSlices(work, now), 'done');
    assert.deepEqual(seen, [0, 1, 2, 3, 4, 5, 6]);
  });

  it('leaves a turn to others after five milliseconds', async () => {
    const { work, now, seen } = counting(7);
    const working = inSlices(work, now);
    assert.equal(seen.length, 3);
    await setImmediate();
    assert.equal(seen.length, 6);
    await working;
  });

  it('fails as the work fails', async () => {
    function* failing(): Work<string> {
      yield;
      throw new Error('broken');
    }
    await assert.rejects(inSlices(failing()), /^Error: broken$/);
  });
});
