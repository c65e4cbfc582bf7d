// Events over real connections: HTTP/1.1 and HTTP/2, out of a service and into one.

import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import {
  createSecureServer,
  type Http2SecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type ServerHttp2Session,
} from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { describe, it } from 'node:test';
import { ConnectionError, isAbort, ParamValidationError } from '../../../src/core/errors.ts';
import { EventStream } from '../../../src/core/eventStream.ts';
import { createSend } from '../../../src/core/http/send.ts';
import {
  type EventMessage,
  encodeHeaders,
  readFrames,
} from '../../../src/core/protocols/eventFrames.ts';
import type { Document } from '../../../src/core/protocols/protocol.ts';
import { clientOf, keys } from '../client/clients.ts';
import { makeCertificate } from '../http/certificate.ts';
import { collect, eventFrame } from './frames.ts';

const certificate = makeCertificate();

interface EventServer extends AsyncDisposable {
  readonly port: number;
  readonly versions: string[];
  readonly sessions: Set<ServerHttp2Session>;
  readonly closedStreams: () => number;
}

type Answer = (request: Http2ServerRequest, response: Http2ServerResponse) => void | Promise<void>;

async function startHttp2(answer: Answer, allowHTTP1 = true): Promise<EventServer> {
  const server: Http2SecureServer = createSecureServer({ ...certificate, allowHTTP1 });
  const versions: string[] = [];
  const sessions = new Set<ServerHttp2Session>();
  const sockets = new Set<Socket>();
  let closed = 0;
  server.on('connection', (socket) => sockets.add(socket));
  server.on('session', (session) => sessions.add(session));
  server.on('sessionError', () => {});
  server.on('request', (request, response) => {
    versions.push(request.httpVersion);
    response.on('close', () => {
      closed += 1;
    });
    response.on('error', () => {});
    request.on('error', () => {});
    void Promise.resolve(answer(request, response)).catch(() => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    versions,
    sessions,
    closedStreams: () => closed,
    async [Symbol.asyncDispose]() {
      for (const session of sessions) session.destroy();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function connect(service: string, port: number) {
  const send = createSend({ ca: certificate.cert });
  const client = await clientOf(service, { send, endpoint: `https://127.0.0.1:${port}` });
  return { client, [Symbol.asyncDispose]: () => send.close() };
}

function eventsIn(output: Document, member: string): EventStream {
  const events = output[member];
  assert.ok(events instanceof EventStream);
  return events;
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; !isTrue(); tries++) {
    assert.ok(tries < 400, 'it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const shard = {
  ConsumerARN: 'arn:aws:kinesis:us-east-1:123456789012:stream/s/consumer/c:1',
  ShardId: 'shardId-0',
  StartingPosition: { Type: 'LATEST' },
};
const shardEvent = eventFrame('SubscribeToShardEvent', {
  Records: [],
  ContinuationSequenceNumber: '1',
  MillisBehindLatest: 0,
});

describe('events over HTTP/2', () => {
  it('come where the service says so, while other calls keep to HTTP/1.1', async () => {
    await using server = await startHttp2((request, response) => {
      if (request.headers['x-amz-target'] === 'Kinesis_20131202.ListStreams') {
        response.end('{"StreamNames":[],"HasMoreStreams":false}');
        return;
      }
      response.write(eventFrame('initial-response'));
      response.end(shardEvent);
    });
    await using connection = await connect('kinesis', server.port);
    const { client } = connection;
    const events = eventsIn(await client.call('SubscribeToShard', shard), 'EventStream');
    assert.equal((await collect(events)).length, 1);
    await client.call('ListStreams');
    assert.deepEqual(server.versions, ['2.0', '1.1']);
  });

  it('come over HTTP/1.1 where the server knows nothing else', async () => {
    const { createServer: createSecure } = await import('node:https');
    const server = createSecure(certificate, (_, response) => {
      response.write(eventFrame('initial-response'));
      response.end(shardEvent);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    await using connection = await connect('kinesis', (server.address() as AddressInfo).port);
    const output = await connection.client.call('SubscribeToShard', shard);
    assert.equal((await collect(eventsIn(output, 'EventStream'))).length, 1);
    server.closeAllConnections();
    server.close();
  });

  it('end on the server too when the loop is left, and others on the connection go on', async () => {
    await using server = await startHttp2(async (request, response) => {
      request.resume();
      response.write(eventFrame('initial-response'));
      const timer = setInterval(() => response.write(shardEvent), 5);
      response.on('close', () => clearInterval(timer));
    });
    await using connection = await connect('kinesis', server.port);
    const { client } = connection;
    const abort = new AbortController();
    const [left, kept, aborted] = await Promise.all([
      client.call('SubscribeToShard', shard),
      client.call('SubscribeToShard', shard),
      client.call('SubscribeToShard', shard, { signal: abort.signal }),
    ]);
    for await (const _ of eventsIn(left, 'EventStream')) break;
    await until(() => server.closedStreams() === 1);
    const reading = collect(eventsIn(aborted, 'EventStream'));
    abort.abort();
    await assert.rejects(reading, isAbort);
    await until(() => server.closedStreams() === 2);
    const iterator = eventsIn(kept, 'EventStream')[Symbol.asyncIterator]();
    for (let count = 0; count < 3; count++) assert.equal((await iterator.next()).done, undefined);
    await iterator.return?.();
    await until(() => server.closedStreams() === 3);
  });

  it('say that the connection was lost', async () => {
    await using server = await startHttp2(async (_, response) => {
      response.write(eventFrame('initial-response'));
      response.write(shardEvent);
      setTimeout(() => {
        for (const session of server.sessions) session.destroy();
      }, 30);
    });
    await using connection = await connect('kinesis', server.port);
    const events = eventsIn(await connection.client.call('SubscribeToShard', shard), 'EventStream');
    let count = 0;
    await assert.rejects(
      async () => {
        for await (const _ of events) count += 1;
      },
      (error) => error instanceof ConnectionError && error.retryable,
    );
    assert.equal(count, 1);
  });
});

describe('events over HTTP/1.1', () => {
  it('close the connection at once when nobody reads on', async () => {
    const server = createServer((request, response) => {
      request.resume();
      response.write(eventFrame('initial-response'));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    let closed = 0;
    server.on('connection', (socket) => socket.on('close', () => void closed++));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = await clientOf('logs', {
      endpoint,
      settings: { disableHostPrefixInjection: true },
    });
    const input = { logGroupIdentifiers: ['a'] };
    const events = eventsIn(await client.call('StartLiveTail', input), 'responseStream');
    const reading = collect(events);
    events.close();
    assert.deepEqual(await reading, []);
    await until(() => closed === 1);
    const unread = eventsIn(await client.call('StartLiveTail', input), 'responseStream');
    unread.close();
    await until(() => closed === 2);
    server.close();
  });
});

const conversation = {
  botId: 'BOT1234567',
  botAliasId: 'ALIAS12345',
  localeId: 'en_US',
  sessionId: 'session-1',
  conversationMode: 'TEXT',
};

/** The inner messages of a signed body. Each signature is checked against the one before it. */
async function* unsign(request: Http2ServerRequest): AsyncGenerator<EventMessage | undefined> {
  const authorization = request.headers.authorization ?? '';
  const scope = /Credential=[^/]+\/([^,]+)/.exec(authorization)?.[1] ?? '';
  let previous = /Signature=([\da-f]{64})/.exec(authorization)?.[1] ?? '';
  for await (const { headers, payload } of readFrames(request)) {
    const date = headers[':date'];
    assert.ok(date instanceof Date);
    const signed = headers[':chunk-signature'] as Uint8Array;
    const dated = encodeHeaders({ ':date': { type: 'timestamp', value: date } });
    const expected = signatureOf({ scope, date, previous, dated, payload });
    assert.equal(Buffer.from(signed).toString('hex'), expected);
    previous = expected;
    if (payload.length === 0) yield undefined;
    else for await (const inner of readFrames(single(payload))) yield inner;
  }
}

async function* single<T>(value: T): AsyncGenerator<T> {
  yield value;
}

function signatureOf(chunk: {
  scope: string;
  date: Date;
  previous: string;
  dated: Uint8Array;
  payload: Uint8Array;
}): string {
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const hmac = (key: string | Buffer, text: string) =>
    createHmac('sha256', key).update(text).digest();
  const time = chunk.date.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const key = chunk.scope.split('/').reduce<string | Buffer>(hmac, `AWS4${keys.secretAccessKey}`);
  const lines = [
    'AWS4-HMAC-SHA256-PAYLOAD',
    time,
    chunk.scope,
    chunk.previous,
    sha256(chunk.dated),
    sha256(chunk.payload),
  ];
  return hmac(key, lines.join('\n')).toString('hex');
}

describe('events to a service', () => {
  it('are signed one after another and answered while more are given', async () => {
    const seen: unknown[] = [];
    let headers: Http2ServerRequest['headers'] = {};
    await using server = await startHttp2(async (request, response) => {
      headers = request.headers;
      response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' });
      for await (const message of unsign(request)) {
        if (message === undefined) {
          seen.push('end');
          break;
        }
        const payload = JSON.parse(Buffer.from(message.payload).toString());
        seen.push([message.headers[':event-type'], message.headers[':content-type'], payload]);
        response.write(eventFrame('TranscriptEvent', { transcript: payload.text ?? 'begun' }));
      }
      response.end();
    }, false);
    await using connection = await connect('lexv2-runtime', server.port);
    const answers = Array.from({ length: 3 }, () => Promise.withResolvers<void>());
    async function* talk() {
      yield { ConfigurationEvent: { responseContentType: 'text/plain', clientTimestampMillis: 5 } };
      await answers[0]?.promise;
      yield { TextInputEvent: { text: 'Grüße' } };
      await answers[1]?.promise;
    }
    const output = await connection.client.call('StartConversation', {
      ...conversation,
      requestEventStream: talk(),
    });
    const said: unknown[] = [];
    for await (const event of eventsIn(output, 'responseEventStream')) {
      answers[said.length]?.resolve();
      said.push(event);
    }
    assert.deepEqual(said, [
      { TranscriptEvent: { transcript: 'begun' } },
      { TranscriptEvent: { transcript: 'Grüße' } },
    ]);
    assert.deepEqual(seen, [
      [
        'ConfigurationEvent',
        'application/json',
        { responseContentType: 'text/plain', clientTimestampMillis: 5 },
      ],
      ['TextInputEvent', 'application/json', { text: 'Grüße' }],
      'end',
    ]);
    assert.equal(headers['content-type'], 'application/vnd.amazon.eventstream');
    assert.equal(headers['x-amz-content-sha256'], 'STREAMING-AWS4-HMAC-SHA256-EVENTS');
    assert.equal(headers['x-amz-lex-conversation-mode'], 'TEXT');
    assert.equal(
      headers[':path'],
      '/bots/BOT1234567/botAliases/ALIAS12345/botLocales/en_US/sessions/session-1/conversation',
    );
  });

  it('may be a list, whose faults are found before anything is sent', async () => {
    const client = await clientOf('lexv2-runtime', {
      send: async () => assert.fail('nothing is sent'),
    });
    const called = client.call('StartConversation', {
      ...conversation,
      requestEventStream: [{ TextInputEvent: {} }, { TextEvent: {} }, {}, 3],
    });
    await assert.rejects(called, (error) => {
      assert.ok(error instanceof ParamValidationError);
      assert.deepEqual(
        error.faults.map(({ path }) => path.join('.')),
        [
          'requestEventStream.0.TextInputEvent.text',
          'requestEventStream.1.TextEvent',
          'requestEventStream.2',
          'requestEventStream.3',
        ],
      );
      return true;
    });
  });

  it('end with the fault of one that does not fit', async () => {
    await using server = await startHttp2((request, response) => {
      request.resume();
      response.writeHead(200);
    });
    await using connection = await connect('lexv2-runtime', server.port);
    async function* talk() {
      yield { TextInputEvent: { text: 'a' } };
      yield { TextInputEvent: { text: 7 } };
    }
    await assert.rejects(
      async () => {
        const output = await connection.client.call('StartConversation', {
          ...conversation,
          requestEventStream: talk(),
        });
        await collect(eventsIn(output, 'responseEventStream'));
      },
      (error) => {
        assert.ok(error instanceof ParamValidationError, String(error));
        assert.deepEqual(error.faults[0]?.path, [1, 'TextInputEvent', 'text']);
        return true;
      },
    );
  });

  it('are asked for no longer when the answer is left', async () => {
    await using server = await startHttp2((request, response) => {
      request.resume();
      response.writeHead(200);
      response.write(eventFrame('TranscriptEvent', { transcript: 'x' }));
    });
    await using connection = await connect('lexv2-runtime', server.port);
    let isEnded = false;
    async function* talk() {
      try {
        for (;;) {
          yield { TextInputEvent: { text: 'again' } };
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      } finally {
        isEnded = true;
      }
    }
    const output = await connection.client.call('StartConversation', {
      ...conversation,
      requestEventStream: talk(),
    });
    for await (const _ of eventsIn(output, 'responseEventStream')) break;
    await until(() => isEnded);
    await until(() => server.closedStreams() === 1);
  });
});
