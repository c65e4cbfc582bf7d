import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isAbort,
  ServiceError,
  UnknownWaiterError,
  WaiterError,
} from '../../../src/core/errors.ts';
import type { WaiterModel } from '../../../src/core/models/model.ts';
import { type WaiterAnswer, type WaitProgress, waitFor } from '../../../src/core/waiters.ts';
import { clientOf, json, scriptOf } from './clients.ts';

function table(status: string) {
  return json({ Table: { TableStatus: status } });
}

const missing = json({ __type: 'ResourceNotFoundException', message: 'no' }, 400);

test('it waits, tries and waits again until the state is there', async () => {
  const waited: number[] = [];
  const dynamodb = await clientOf('dynamodb', {
    send: scriptOf(missing, table('CREATING'), table('ACTIVE')),
    delay: async (milliseconds) => void waited.push(milliseconds),
  });
  const output = await dynamodb.wait('TableExists', { TableName: 't' });
  assert.deepEqual(output, { Table: { TableStatus: 'ACTIVE' } });
  assert.deepEqual(waited, [20_000, 20_000]);
});

test('it tells of each try that did not decide', async () => {
  const told: unknown[] = [];
  const send = scriptOf(missing, table('CREATING'), table('ACTIVE'));
  const dynamodb = await clientOf('dynamodb', { send });
  const onTry = ({ attempts, maxAttempts, delay, output, error }: WaitProgress) =>
    void told.push([attempts, maxAttempts, delay, output ?? error?.code]);
  await dynamodb.wait('TableExists', { TableName: 't' }, { onTry });
  assert.deepEqual(told, [
    [1, 25, 20, 'ResourceNotFoundException'],
    [2, 25, 20, { Table: { TableStatus: 'CREATING' } }],
  ]);
});

test('it waits on where what it looks for cannot be looked for yet', async () => {
  const waiter: WaiterModel = {
    operation: 'DescribeServices',
    delay: 1,
    maxAttempts: 2,
    acceptors: [
      { state: 'success', matcher: 'path', argument: 'length(services) > `0`', expected: true },
    ],
  };
  const answers: WaiterAnswer[] = [
    { statusCode: 200, output: {} },
    { statusCode: 200, output: { services: [1] } },
  ];
  const output = await waitFor(
    {
      name: 'Any',
      waiter,
      where: {},
      call: async () => answers.shift() ?? { statusCode: 200, output: {} },
      delay: async () => {},
    },
    {},
  );
  assert.deepEqual(output, { services: [1] });
});

test('it takes an error for the state that is waited for', async () => {
  const dynamodb = await clientOf('dynamodb', { send: scriptOf(table('DELETING'), missing) });
  assert.deepEqual(await dynamodb.wait('TableNotExists', { TableName: 't' }), {});
});

test('it gives up after its tries', async () => {
  const send = scriptOf(table('CREATING'));
  const dynamodb = await clientOf('dynamodb', { send });
  const waiting = dynamodb.wait('TableExists', { TableName: 't' }, { maxAttempts: 3, delay: 1 });
  await assert.rejects(waiting, (error) => {
    assert.ok(error instanceof WaiterError);
    assert.equal(error.code, 'WaiterTimeout');
    assert.match(error.message, /dynamodb.DescribeTable .*TableExists was not met in 3 tries/);
    return true;
  });
  assert.equal(send.requests.length, 3);
});

test('it passes on an error it does not wait for', async () => {
  const denied = json({ __type: 'AccessDeniedException', message: 'no' }, 400);
  const dynamodb = await clientOf('dynamodb', { send: scriptOf(denied) });
  await assert.rejects(dynamodb.wait('TableExists', { TableName: 't' }), ServiceError);
});

test('it stops at once when cancelled between two tries', async () => {
  const controller = new AbortController();
  const dynamodb = await clientOf('dynamodb', {
    send: scriptOf(table('CREATING')),
    delay: () => new Promise(() => setTimeout(() => controller.abort(), 10)),
  });
  const { signal } = controller;
  await assert.rejects(dynamodb.wait('TableExists', { TableName: 't' }, { signal }), isAbort);
});

test('it names similar waiters when there is none of that name', async () => {
  const dynamodb = await clientOf('dynamodb');
  await assert.rejects(dynamodb.wait('TableExist'), UnknownWaiterError);
  await assert.rejects(dynamodb.wait('TableExist'), /TableExists/);
});

test('it knows the missing bucket by its status', async () => {
  const s3 = await clientOf('s3', { send: scriptOf({ status: 404 }, { status: 200 }) });
  await s3.wait('BucketExists', { Bucket: 'bucket' });
});

const error = new ServiceError({
  where: {},
  code: 'Gone',
  message: '',
  statusCode: 410,
  retryable: false,
});

const matches: readonly {
  readonly name: string;
  readonly acceptor: Omit<WaiterModel['acceptors'][number], 'state'>;
  readonly answer: WaiterAnswer;
  readonly expected: boolean;
}[] = [
  {
    name: 'a path of that value',
    acceptor: { matcher: 'path', argument: 'length(Items[?Ok]) > `1`', expected: true },
    answer: { statusCode: 200, output: { Items: [{ Ok: true }, { Ok: true }] } },
    expected: true,
  },
  {
    name: 'a path of another value',
    acceptor: { matcher: 'path', argument: 'State', expected: 'a' },
    answer: { statusCode: 200, output: { State: 'b' } },
    expected: false,
  },
  {
    name: 'all of a list',
    acceptor: { matcher: 'pathAll', argument: 'Items[].State', expected: 'a' },
    answer: { statusCode: 200, output: { Items: [{ State: 'a' }, { State: 'a' }] } },
    expected: true,
  },
  {
    name: 'not all of an empty list',
    acceptor: { matcher: 'pathAll', argument: 'Items[].State', expected: 'a' },
    answer: { statusCode: 200, output: { Items: [] } },
    expected: false,
  },
  {
    name: 'any of a list',
    acceptor: { matcher: 'pathAny', argument: 'Items[].State', expected: 'a' },
    answer: { statusCode: 200, output: { Items: [{ State: 'b' }, { State: 'a' }] } },
    expected: true,
  },
  {
    name: 'the status of an error',
    acceptor: { matcher: 'status', expected: 410 },
    answer: { statusCode: 410, error },
    expected: true,
  },
  {
    name: 'any error',
    acceptor: { matcher: 'error', expected: true },
    answer: { statusCode: 410, error },
    expected: true,
  },
  {
    name: 'no error',
    acceptor: { matcher: 'error', expected: false },
    answer: { statusCode: 200, output: {} },
    expected: true,
  },
  {
    name: 'another error',
    acceptor: { matcher: 'error', expected: 'NotFound' },
    answer: { statusCode: 410, error },
    expected: false,
  },
];

for (const { name, acceptor, answer, expected } of matches) {
  test(`it ${expected ? 'accepts' : 'does not accept'} ${name}`, async () => {
    const failing = { ...acceptor, state: 'failure' } as const;
    const waiter = { operation: 'Get', delay: 1, maxAttempts: 1, acceptors: [failing] };
    const source = {
      name: 'Waiter',
      waiter,
      where: {},
      call: async () => answer,
      delay: async () => {},
    };
    const waiting = waitFor(source, {});
    const code = expected ? 'WaiterFailed' : answer.error ? 'Gone' : 'WaiterTimeout';
    await assert.rejects(waiting, { code });
  });
}
