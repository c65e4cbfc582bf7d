import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Credentials } from '../../../src/core/credentials/credentials.ts';
import { rememberExpiring } from '../../../src/core/credentials/remember.ts';

const minute = 60_000;

/** A provider whose keys live for `life`, a clock to set, and what was loaded so far. */
function make(life: number | undefined, load?: (signal: AbortSignal, n: number) => Promise<void>) {
  const state = { now: 0, loads: 0, early: [] as boolean[] };
  const provider = rememberExpiring<Credentials>(
    async ({ signal, isEarly }) => {
      const n = ++state.loads;
      state.early.push(isEarly);
      await load?.(signal, n);
      const keys = { accessKeyId: `key-${n}`, secretAccessKey: 'secret' };
      return life === undefined ? keys : { ...keys, expiration: new Date(state.now + life) };
    },
    () => new Date(state.now),
  );
  const key = async () => (await provider()).accessKeyId;
  return { provider, state, key };
}

describe('remembered keys', () => {
  test('it keeps keys that do not expire', async () => {
    const { key, state } = make(undefined);
    await key();
    state.now = 1e12;
    assert.equal(await key(), 'key-1');
  });

  test('it gets new ones a quarter of an hour before they expire', async () => {
    const { key, state } = make(60 * minute);
    await key();
    state.now = 45 * minute - 1;
    assert.equal(await key(), 'key-1');
    state.now = 45 * minute;
    assert.equal(await key(), 'key-2');
  });

  test('it lets only one wait while the old ones are good for ten minutes, and then all', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const { key, state } = make(60 * minute, async (_, n) => (n === 2 ? promise : undefined));
    await key();
    state.now = 46 * minute;
    const first = key();
    assert.equal(await key(), 'key-1');
    state.now = 50 * minute;
    const others = [key(), key()];
    resolve();
    assert.deepEqual(await Promise.all([first, ...others]), ['key-2', 'key-2', 'key-2']);
    assert.equal(state.loads, 2);
  });

  test('it says whether it could wait, and tries once more where it can wait no longer', async () => {
    const early = Promise.withResolvers<void>();
    const { key, state } = make(60 * minute, async (_, n) => (n === 2 ? early.promise : undefined));
    await key();
    state.now = 46 * minute;
    const first = key();
    state.now = 50 * minute;
    const others = [key(), key()];
    early.reject(new Error('nobody is to be asked'));
    assert.deepEqual(await Promise.all([first, ...others]), ['key-1', 'key-3', 'key-3']);
    assert.deepEqual(state.early, [false, true, false]);
  });

  test('it uses keys of a short life for half of it', async () => {
    const { key, state } = make(4 * minute);
    await key();
    state.now = 2 * minute - 1;
    assert.equal(await key(), 'key-1');
    state.now = 2 * minute;
    assert.equal(await key(), 'key-2');
  });

  test('it asks for others than those a service refuses', async () => {
    const asked: (string | undefined)[] = [];
    const provider = rememberExpiring<Credentials>(
      async ({ refused }) => {
        asked.push(refused?.accessKeyId);
        return { accessKeyId: `key-${asked.length}`, secretAccessKey: 'secret' };
      },
      () => new Date(0),
    );
    const old = await provider();
    assert.equal((await provider({ refused: old })).accessKeyId, 'key-2');
    assert.equal((await provider({ refused: old })).accessKeyId, 'key-2');
    assert.deepEqual(asked, [undefined, 'key-1']);
  });

  test('it loads once, however many wait', async () => {
    const { key, state } = make(
      60 * minute,
      () => new Promise((resolve) => setTimeout(resolve, 5)),
    );
    assert.deepEqual(await Promise.all([key(), key(), key()]), ['key-1', 'key-1', 'key-1']);
    assert.equal(state.loads, 1);
  });

  test('it does not remember a failure', async () => {
    const { key } = make(60 * minute, async (_, n) => {
      if (n === 1) throw new Error('first');
    });
    await assert.rejects(key(), /first/);
    assert.equal(await key(), 'key-2');
  });

  test('it goes on with old keys for a while, tries once a minute, and then tells the failure', async () => {
    const { key, state } = make(60 * minute, async (_, n) => {
      if (n > 1) throw new Error('later');
    });
    await key();
    state.now = 46 * minute;
    assert.equal(await key(), 'key-1');
    assert.equal(await key(), 'key-1');
    assert.equal(state.loads, 2);
    state.now = 47 * minute;
    assert.equal(await key(), 'key-1');
    assert.equal(state.loads, 3);
    state.now = 50 * minute;
    await assert.rejects(key(), /later/);
  });

  test('it lets one cancel without the others, and stops when all have', async () => {
    const signals: AbortSignal[] = [];
    const { provider, state } = make(60 * minute, (signal) => {
      signals.push(signal);
      return new Promise((resolve) => setTimeout(resolve, 20));
    });
    const [one, two] = [new AbortController(), new AbortController()];
    const first = provider({ signal: one.signal });
    const second = provider({ signal: two.signal });
    one.abort();
    await assert.rejects(first, { name: 'AbortError' });
    assert.equal(signals[0]?.aborted, false);
    two.abort();
    await assert.rejects(second, { name: 'AbortError' });
    assert.equal(signals[0]?.aborted, true);
    assert.equal((await provider()).accessKeyId, 'key-2');
    assert.equal(state.loads, 2);
  });
});
