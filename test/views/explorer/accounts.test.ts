import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as settle } from 'node:timers/promises';
import { Accounts } from '../../../src/views/explorer/accounts.ts';

function setUp() {
  const asked: {
    readonly signal: AbortSignal | undefined;
    readonly answer: PromiseWithResolvers<string>;
  }[] = [];
  const session = {
    account: ({ signal }: { readonly signal?: AbortSignal } = {}) => {
      const answer = Promise.withResolvers<string>();
      asked.push({ signal, answer });
      return answer.promise;
    },
  };
  const world = { told: 0, isRenamed: false, aliasesAsked: 0 };
  const accounts = new Accounts<typeof session>({
    onAccount: () => {
      world.told++;
    },
    learnAlias: async () => {
      world.aliasesAsked++;
      return world.isRenamed;
    },
  });
  return { accounts, session, asked, world };
}

test('asks for the account of a session once, and tells it once', async () => {
  const { accounts, session, asked, world } = setUp();
  accounts.learn(session);
  accounts.learn(session);
  asked[0]?.answer.resolve('111122223333');
  await settle();
  accounts.learn(session);
  assert.deepEqual([asked.length, world.told], [1, 1]);
});

test('tells a session again whose account has an alias', async () => {
  const { accounts, session, asked, world } = setUp();
  world.isRenamed = true;
  accounts.learn(session);
  asked[0]?.answer.resolve('111122223333');
  await settle();
  accounts.learn(session);
  assert.deepEqual([asked.length, world.aliasesAsked, world.told], [1, 1, 2]);
});

test('asks again at the next use when the account could not be had', async () => {
  const { accounts, session, asked, world } = setUp();
  accounts.learn(session);
  asked[0]?.answer.reject(new Error('the token expired'));
  await settle();
  accounts.learn(session);
  asked[1]?.answer.resolve('111122223333');
  await settle();
  assert.deepEqual([asked.length, world.told], [2, 1]);
});

test('gives up the question about a session that was left, and its answer is not told', async () => {
  const { accounts, session, asked, world } = setUp();
  accounts.learn(session);
  accounts.keepOnly((one) => one === session);
  assert.equal(asked[0]?.signal?.aborted, false);
  accounts.keepOnly(() => false);
  assert.equal(asked[0]?.signal?.aborted, true);
  asked[0]?.answer.resolve('111122223333');
  await settle();
  assert.equal(world.told, 0);
});
