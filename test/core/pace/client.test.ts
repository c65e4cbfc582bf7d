// What a Client makes of the pace: repeated attempts, reads that are shared, calls that are cancelled.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import type { Client } from '../../../src/core/client.ts';
import { isAbort, ServiceError } from '../../../src/core/errors.ts';
import { createSend } from '../../../src/core/http/send.ts';
import { openCatalogue } from '../../../src/core/models/catalogue.ts';
import { Gate } from '../../../src/core/pace/gate.ts';
import { Paces } from '../../../src/core/pace/paces.ts';
import { Session } from '../../../src/core/session.ts';
import { clientOf, json, keys, scriptOf } from '../client/clients.ts';
import { startServer } from '../http/localServer.ts';
import { VirtualTime } from './virtualTime.ts';

const catalogue = openCatalogue();
const throttled = json({ __type: 'com.amazonaws#ThrottlingException', message: 'slowly' }, 400);
const tables = json({ TableNames: ['t'] });

async function pacedClient(send: ReturnType<typeof scriptOf>, settings = {}) {
  const time = new VirtualTime();
  const gate = new Gate(time);
  const client = await clientOf('dynamodb', { send, settings, gate: () => gate });
  return { time, client: client.paced };
}

describe('a call that keeps the pace', () => {
  it('takes another turn when it was throttled, more often than it would try again', async () => {
    const send = scriptOf(...Array.from({ length: 8 }, () => throttled), tables);
    const { time, client } = await pacedClient(send);
    assert.deepEqual(await time.run(client.call('ListTables')), { TableNames: ['t'] });
    assert.equal(send.requests.length, 9);
    assert.ok(time.now() > 1000, `${time.now()} ms`);
  });

  it('says so in the end where a service throttles everything', async () => {
    const send = scriptOf(throttled);
    const { time, client } = await pacedClient(send);
    await assert.rejects(time.run(client.call('ListTables')), { code: 'ThrottlingException' });
    assert.ok(send.requests.length < 30, `${send.requests.length} requests`);
  });

  it('is tried once where that is all the person wants', async () => {
    const send = scriptOf(throttled);
    const { client } = await pacedClient(send, { maxAttempts: 1 });
    await assert.rejects(client.call('ListTables'), ServiceError);
    assert.equal(send.requests.length, 1);
  });

  it('takes a limit of something else for what it is', async () => {
    const send = scriptOf(json({ __type: 'x#LimitExceededException', message: 'tables' }, 400));
    const { time, client } = await pacedClient(send);
    const from = time.now();
    await assert.rejects(client.call('CreateTable', table), { code: 'LimitExceededException' });
    assert.deepEqual([send.requests.length, time.now()], [3, from]);
  });

  it('leaves at once where nobody wants the pace kept', async () => {
    const send = scriptOf(tables);
    const client = await clientOf('dynamodb', { send, gate: () => assert.fail('a gate') });
    await Promise.all(Array.from({ length: 50 }, () => client.call('ListTables')));
    assert.equal(send.requests.length, 50);
  });
});

const table = {
  TableName: 't',
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  BillingMode: 'PAY_PER_REQUEST',
};

/** Answers when the test says so; counts the connections that were cut. */
async function heldServer() {
  const release = Promise.withResolvers<void>();
  let cut = 0;
  const server = await startServer(async (request, response) => {
    request.socket.once('close', () => {
      cut += 1;
    });
    await release.promise;
    response.end('{"TableNames":["t"]}');
  });
  const send = createSend();
  const gate = new Gate({ now: () => performance.now(), after: () => () => {} });
  const client = await clientOf('dynamodb', { endpoint: server.url, send, gate: () => gate });
  const close = async () => {
    await server[Symbol.asyncDispose]();
    await send.close();
  };
  return { server, client, answer: release.resolve, cuts: () => cut, close };
}

/** Resolves when so many requests have come. */
async function requestsAt(
  { server, seen }: Awaited<ReturnType<typeof startServer>>,
  count: number,
) {
  while (seen.length < count) await once(server, 'request');
}

describe('the same read, asked for twice', () => {
  const read = (client: Client, input = {}, signal?: AbortSignal) =>
    client.call('ListTables', input, { priority: 'opened', ...(signal && { signal }) });

  it('is one call, whatever the order of its members', async () => {
    await using held = await disposable();
    const inputs = [
      { Limit: 5, ExclusiveStartTableName: 'abc' },
      { ExclusiveStartTableName: 'abc', Limit: 5 },
      { ExclusiveStartTableName: 'abc', Limit: 6 },
    ];
    const reads = inputs.map((input) => read(held.client, input));
    held.answer();
    const [first, second, other] = await Promise.all(reads);
    assert.equal(first, second);
    assert.notEqual(first, other);
    assert.equal(held.server.seen.length, 2);
    await read(held.client, inputs[0]);
    assert.equal(held.server.seen.length, 3);
  });

  it('goes on for the others when one is cancelled, and is cut when all are', async () => {
    await using held = await disposable();
    const [one, other] = [new AbortController(), new AbortController()];
    const reads = [read(held.client, {}, one.signal), read(held.client, {}, other.signal)];
    await requestsAt(held.server, 1);
    one.abort();
    await assert.rejects(reads[0] ?? Promise.resolve(), isAbort);
    assert.equal(held.cuts(), 0);
    other.abort();
    await assert.rejects(reads[1] ?? Promise.resolve(), isAbort);
    while (held.cuts() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(held.server.seen.length, 1);
  });

  it('is another call after something was changed', async () => {
    await using held = await disposable();
    const before = read(held.client);
    await requestsAt(held.server, 1);
    const change = held.client.call('DeleteTable', { TableName: 'abc' }, { priority: 'direct' });
    await requestsAt(held.server, 2);
    held.answer();
    await change;
    assert.notEqual(await read(held.client), await before);
  });

  it('is two calls for what changes something, and for what one alone can take', async () => {
    const [sqs, s3] = await Promise.all(
      ['sqs', 's3'].map(async (id) => {
        const send = scriptOf({ body: '{}' });
        const client = await clientOf(id, { send, gate: () => new Gate(new VirtualTime()) });
        return { client: client.paced, send };
      }),
    );
    const queue = { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/q' };
    const object = { Bucket: 'bucket', Key: 'key' };
    await Promise.all([1, 2].map(() => sqs?.client.call('ReceiveMessage', queue)));
    await Promise.all([1, 2].map(() => s3?.client.call('GetObject', object)));
    assert.deepEqual([sqs?.send.requests.length, s3?.send.requests.length], [2, 2]);
  });

  async function disposable() {
    const held = await heldServer();
    return Object.assign(held, { [Symbol.asyncDispose]: held.close });
  }
});

describe('the gates of Sessions', () => {
  it('are one for a service and region of an account, whatever the profile', () => {
    const paces = new Paces(new VirtualTime());
    const place = { service: 'sqs', region: 'eu-west-1' };
    const [dev, prod] = ['dev', 'prod'].map((profile) => ({ profile, account: undefined }));
    assert.ok(dev && prod);
    const gate = paces.gate(dev, place);
    assert.equal(paces.gate(dev, place), gate);
    assert.notEqual(paces.gate(prod, place), gate);
    assert.notEqual(paces.gate(dev, { ...place, region: 'eu-west-2' }), gate);
    assert.notEqual(paces.gate(dev, { ...place, service: 'sns' }), gate);
    const account = '123456789012';
    assert.equal(paces.gate({ ...dev, account }, place), gate);
    assert.equal(paces.gate({ ...prod, account }, place), gate);
    assert.notEqual(paces.gate({ ...dev, account: '210987654321' }, place), gate);
  });

  it('are one for all services at an endpoint of its own', () => {
    const paces = new Paces(new VirtualTime());
    const owner = { profile: 'dev', account: undefined };
    const place = { endpoint: 'http://127.0.0.1:5000' };
    assert.equal(paces.gate(owner, place), paces.gate(owner, place));
    assert.notEqual(paces.gate(owner, place), paces.gate(owner, { endpoint: 'http://other' }));
  });

  it('let calls of a Session pass that nobody wants paced', async () => {
    const send = scriptOf(tables);
    const options = { region: 'eu-west-1', credentials: keys, environment: {}, catalogue, send };
    const session = new Session({ ...options, paces: new Paces(new VirtualTime()) });
    const client = await session.client('dynamodb');
    const calls = (one: Client) =>
      Array.from({ length: 20 }, (_, i) => one.call('ListTables', { Limit: i + 1 }));
    await Promise.all(calls(client));
    assert.equal(send.requests.length, 20);
    void Promise.all(calls(await session.client('dynamodb', { isPaced: true })));
    for (let turns = 0; turns < 50; turns++) await new Promise(setImmediate);
    assert.equal(send.requests.length, 40);
  });
});
