// What events are read as. The streams and what they are read as stand in events.json: the values are those botocore gives.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { isAbort, ResponseParseError, ServiceError } from '../../../src/core/errors.ts';
import { EventStream } from '../../../src/core/eventStream.ts';
import { toJson } from '../../../src/core/json.ts';
import type { Service } from '../../../src/core/models/model.ts';
import type { Document } from '../../../src/core/protocols/protocol.ts';
import { clientOf } from '../client/clients.ts';
import { collect, eventFrame, exceptionFrame, inChunks, streamedResponse } from './frames.ts';

interface EventCase {
  readonly service: string;
  readonly operation: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly stream: string;
  readonly frames: readonly string[];
  readonly output: Document;
  readonly events: readonly Document[];
  readonly error?: { readonly code: string; readonly message: string };
}

const file = new URL('events.json', import.meta.url);
const { model, cases } = JSON.parse(await readFile(file, 'utf8')) as {
  model: Service;
  cases: readonly EventCase[];
};
const custom = { ...model, id: 'custom', paginators: {}, waiters: {} };

const inputs: Readonly<Record<string, Document>> = {
  StartLiveTail: { logGroupIdentifiers: ['arn:aws:logs:us-east-1:123456789012:log-group:a'] },
  SubscribeToShard: {
    ConsumerARN: 'arn:aws:kinesis:us-east-1:123456789012:stream/s/consumer/c:1',
    ShardId: 'shardId-0',
    StartingPosition: { Type: 'LATEST' },
  },
  SelectObjectContent: {
    Bucket: 'b',
    Key: 'k',
    Expression: 'SELECT * FROM S3Object',
    ExpressionType: 'SQL',
    InputSerialization: { CSV: {} },
    OutputSerialization: { CSV: {} },
  },
  ConverseStream: { modelId: 'm' },
  InvokeModelWithResponseStream: { modelId: 'm' },
  InvokeWithResponseStream: { FunctionName: 'f' },
  InvokeEndpointWithResponseStream: { EndpointName: 'e', Body: 'e30=' },
};

async function open(
  { service, operation, headers, stream }: Omit<EventCase, 'frames' | 'output' | 'events'>,
  body: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
) {
  const client = await clientOf(service === 'custom' ? 'sts' : service, {
    ...(service === 'custom' ? { service: custom, endpoint: 'http://127.0.0.1:9' } : {}),
    profile: 'dev',
    send: async () => streamedResponse(body, headers),
  });
  const output = await client.call(operation, inputs[operation] ?? {}, { signal });
  const { [stream]: events, ...rest } = output;
  assert.ok(events instanceof EventStream);
  return { events, rest };
}

const tail = {
  service: 'logs',
  operation: 'StartLiveTail',
  headers: { 'content-type': 'application/vnd.amazon.eventstream', 'x-amzn-requestid': 'R1' },
  stream: 'responseStream',
};
const opening = eventFrame('initial-response');
const update = eventFrame('sessionUpdate', { sessionResults: [{ message: 'hello' }] });
const updateValue = { sessionUpdate: { sessionResults: [{ message: 'hello' }] } };

function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (value instanceof Date) return { $date: value.toISOString() };
  if (typeof value === 'bigint') return { $long: String(value) };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}

describe('events of an output', () => {
  for (const [index, one] of cases.entries()) {
    it(`are read as botocore reads them: ${one.service}.${one.operation} (${index})`, async () => {
      const bytes = Buffer.concat(one.frames.map((frame) => Buffer.from(frame, 'base64')));
      for (const size of [1, 11, bytes.length]) {
        const { events, rest } = await open(one, inChunks(bytes, size));
        assert.deepEqual(plain(rest), one.output);
        const seen: unknown[] = [];
        const reading = (async () => {
          for await (const event of events) seen.push(plain(event));
        })();
        const { error } = one;
        if (error === undefined) await reading;
        else {
          await assert.rejects(reading, (thrown) => {
            assert.ok(thrown instanceof ServiceError, String(thrown));
            assert.deepEqual(
              { code: thrown.code, message: thrown.serviceMessage },
              { code: error.code, message: error.message },
            );
            return true;
          });
        }
        assert.deepEqual(seen, one.events);
      }
    });
  }

  it('end with a modelled error that has its members', async () => {
    const broken = exceptionFrame('Broken', { message: 'gone', Detail: 3 });
    const { events } = await open(
      { service: 'custom', operation: 'Watch', headers: {}, stream: 'Events' },
      [broken],
    );
    await assert.rejects(collect(events), {
      name: 'ServiceError',
      code: 'Broken',
      statusCode: 409,
      members: { message: 'gone', Detail: 3 },
      message: 'custom.Watch (dev, us-east-1): Broken. AWS says: gone',
    });
  });

  it('fail the call where the first of them is an error', async () => {
    const refused = exceptionFrame('LimitExceededException', { message: 'no more' });
    await assert.rejects(open(tail, [refused]), {
      name: 'ServiceError',
      code: 'LimitExceededException',
      requestId: 'R1',
    });
  });

  it('fail the call where the initial response is missing', async () => {
    await assert.rejects(open(tail, [update]), {
      name: 'ResponseParseError',
      message: /\(dev, us-east-1\).*its first event is not the initial response/,
    });
    await assert.rejects(open(tail, []), { name: 'ResponseParseError' });
  });

  it('name the CRC of a damaged event, after the sound ones before it', async () => {
    for (const [place, what] of [
      [2, 'the lengths of an event'],
      [update.length - 10, 'an event'],
    ] as const) {
      const damaged = Buffer.from(update);
      damaged.writeUInt8((damaged[place] ?? 0) ^ 1, place);
      const { events } = await open(tail, [opening, update, damaged, update]);
      const seen: unknown[] = [];
      await assert.rejects(
        async () => {
          for await (const event of events) seen.push(event);
        },
        (error) => {
          assert.ok(error instanceof ResponseParseError);
          assert.match(error.message, new RegExp(`the CRC32 of ${what} is [0-9a-f]{8} and should`));
          assert.match(error.message, /logs\.StartLiveTail \(dev, us-east-1\)/);
          assert.equal(error.requestId, 'R1');
          return true;
        },
      );
      assert.deepEqual(seen, [updateValue]);
    }
  });

  it('show the beginning of an answer that is none', async () => {
    const page = Buffer.from('<html><body>Sign in to the network</body></html>');
    const { headers, ...rest } = tail;
    const opened = open({ ...rest, headers: { ...headers, 'content-type': 'text/html' } }, [page]);
    await assert.rejects(opened, /status 200, text\/html.*CRC32.*It begins: <html><body>Sign in/);
  });

  it('are not cut silently', async () => {
    const { events } = await open(tail, [opening, update, update.subarray(0, 30)]);
    const seen: unknown[] = [];
    await assert.rejects(async () => {
      for await (const event of events) seen.push(event);
    }, /the stream ended inside an event/);
    assert.deepEqual(seen, [updateValue]);
  });

  it('are refused before memory is taken for an impossible length', async () => {
    const { crc32 } = await import('node:zlib');
    const prelude = Buffer.alloc(12);
    prelude.writeUInt32BE(0xfffffff0, 0);
    prelude.writeUInt32BE(crc32(prelude.subarray(0, 8)), 8);
    const { events } = await open(tail, [opening, prelude]);
    await assert.rejects(collect(events), /an event of 4294967280 bytes.*is not possible/);
  });

  it('say when a payload does not fit the model, without quoting it', async () => {
    for (const payload of [Buffer.from('{"sessionResults": sec'), { sessionResults: 3 }]) {
      const { events } = await open(tail, [opening, eventFrame('sessionUpdate', payload)]);
      await assert.rejects(collect(events), /an event does not fit the model: /);
    }
  });

  it('have no JSON form', async () => {
    const { events } = await open(tail, [opening, update]);
    assert.throws(() => toJson({ events }), { name: 'UnsupportedError' });
    events.close();
  });
});

describe('a stream of events', () => {
  async function* endless(given: { count: number; ended: boolean }) {
    try {
      yield opening;
      for (;;) {
        given.count += 1;
        yield update;
      }
    } finally {
      given.ended = true;
    }
  }

  it('is not read ahead of whoever iterates', async () => {
    const given = { count: 0, ended: false };
    const { events } = await open(tail, endless(given));
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    // What a stream of Node keeps in advance is bounded by bytes.
    assert.ok(given.count < 1000, String(given.count));
    const before = given.count;
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    assert.equal(given.count, before);
    events.close();
  });

  it('ends its connection when the loop is left', async () => {
    const given = { count: 0, ended: false };
    const { events } = await open(tail, endless(given));
    for await (const event of events) {
      assert.deepEqual(event, updateValue);
      break;
    }
    await new Promise(setImmediate);
    assert.equal(given.ended, true);
    assert.deepEqual(await collect(events), []);
  });

  it('ends when closed while the next event is waited for', async () => {
    const body = new Readable({ read() {} });
    body.push(opening);
    const { events } = await open(tail, body);
    const reading = collect(events);
    await new Promise(setImmediate);
    events.close();
    assert.deepEqual(await reading, []);
  });

  it('is cancelled by the signal of its call', async () => {
    const abort = new AbortController();
    const body = new Readable({ read() {} });
    body.push(opening);
    body.push(update);
    const { events } = await open(tail, body, abort.signal);
    const iterator = events[Symbol.asyncIterator]();
    assert.deepEqual((await iterator.next()).value, updateValue);
    const waiting = iterator.next();
    await new Promise(setImmediate);
    abort.abort(new Error('The person has seen enough.'));
    await assert.rejects(waiting, isAbort);
    assert.equal((await iterator.next()).done, true);
  });
});
