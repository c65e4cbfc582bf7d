// Connections read into memory that is used again: nothing that is still wanted may be read over.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import type { HttpResponse } from '../../../src/core/http/message.ts';
import { createSend, type Sender } from '../../../src/core/http/send.ts';
import { makeCertificates } from './certificates.ts';
import { getRequest, startRaw, startSecure, startServer } from './localServer.ts';

const { ca, good } = makeCertificates();

/** The body of the answer of that number: 0 to 700,000 bytes, like no other. */
function bodyOf(number: number): Buffer {
  const length = (number * 104_729) % 700_001;
  const body = Buffer.alloc(length);
  for (let at = 0; at + 4 <= length; at += 4) body.writeUInt32LE((number << 20) ^ at, at);
  return body;
}

interface Answering {
  write(piece: Uint8Array): boolean;
  end(): void;
  setHeader(name: string, value: number): void;
}

/** In pieces of many lengths; every other one says how long it is. */
async function answer(number: number, response: Answering): Promise<void> {
  const body = bodyOf(number);
  if (number % 2 === 0) response.setHeader('content-length', body.length);
  for (let at = 0, length = 1; at < body.length; at += length) {
    length = 1 + (((at + number) * 7919) % 90_000);
    response.write(body.subarray(at, at + length));
    if (length % 3 === 0) await sleep(1);
  }
  response.end();
}

type Take = (response: HttpResponse) => Promise<Uint8Array>;

const ways: readonly Take[] = [
  async (response) => (await response.bytes?.()) ?? assert.fail(),
  async (response) => {
    const pieces: Uint8Array[] = [];
    await response.flow?.((piece) => pieces.push(Uint8Array.prototype.slice.call(piece)));
    return Buffer.concat(pieces);
  },
  async (response) => {
    await sleep(3);
    const pieces: Uint8Array[] = [];
    await response.flow?.((piece) => pieces.push(Uint8Array.prototype.slice.call(piece)));
    return Buffer.concat(pieces);
  },
  async (response) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of response.body) {
      pieces.push(piece);
      if (pieces.length % 4 === 0) await sleep(1);
    }
    return Buffer.concat(pieces);
  },
];

/** Many at once, each taken in another way; some are given up in the middle. */
async function takeAll(port: number, protocol: 'http:' | 'https:'): Promise<void> {
  const send = createSend({ ca, maxConnections: 12 });
  const takeOne = async (number: number) => {
    const response = await send(getRequest(port, { protocol, path: `/${number}` }), {});
    if (number % 7 === 0) {
      response.body.destroy();
      return;
    }
    const take = ways[Math.floor(number / 2) % ways.length] as Take;
    const body = await take(response);
    assert.ok(bodyOf(number).equals(body), `answer ${number} came otherwise than it was sent`);
  };
  await Promise.all(Array.from({ length: 120 }, (_, number) => takeOne(number)));
  await send.close();
}

test('long answers that come at once are as they were sent, however they are taken', async () => {
  await using server = await startServer(({ url }, response) =>
    answer(Number(url?.slice(1)), response),
  );
  await takeAll(server.port, 'http:');
});

test('so are those over TLS', async () => {
  await using server = await startSecure(good, ({ url }, response) =>
    answer(Number(url?.slice(1)), response),
  );
  await takeAll(server.port, 'https:');
});

test('a long answer is read into memory that is used again', async () => {
  const body = Buffer.alloc(4 * 1024 * 1024, 'x');
  await using server = await startServer((_, response) => {
    response.writeHead(200, { 'content-length': body.length }).end(body);
  });
  const send = createSend();
  const memories = new Set<ArrayBufferLike>();
  let pieceCount = 0;
  for (let i = 0; i < 5; i++) {
    const { flow } = await send(getRequest(server.port), {});
    await flow?.((piece) => {
      memories.add(piece.buffer);
      pieceCount++;
    });
  }
  assert.ok(pieceCount > 100, `${pieceCount} pieces`);
  assert.ok(memories.size < 12, `${memories.size} memories for ${pieceCount} pieces`);
  await send.close();
});

test('pieces of an answer in chunks over TLS take hardly more memory than they are long', async () => {
  await using server = await startSecure(good, async (_, response) => {
    for (let i = 0; i < 50; i++) {
      response.write(Buffer.alloc(9000, 'x'));
      await sleep(1);
    }
    response.end();
  });
  const send = createSend({ ca });
  const { flow } = await send(getRequest(server.port, { protocol: 'https:' }), {});
  const memories = new Set<ArrayBufferLike>();
  await flow?.((piece) => memories.add(piece.buffer));
  const taken = [...memories].reduce((sum, { byteLength }) => sum + byteLength, 0);
  assert.ok(taken < 2 * 50 * 9000, `${taken} bytes in ${memories.size} memories`);
  await send.close();
});

test('a long chunk that is kept is not read over when the beginning of the next is copied', async () => {
  const first = Buffer.alloc(40_960, 'a');
  const second = Buffer.alloc(20_480, 'b');
  await using rest = await startRaw([
    'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n',
    `a000\r\n${first}\r\n5000\r\n${second.subarray(0, 10_000)}`,
    `${second.subarray(10_000)}\r\n0\r\n\r\n`,
  ]);
  await using long = await startServer((_, response) => {
    response.end(Buffer.alloc(2_000_000, 'z'));
  });
  const send = createSend();
  const { bytes } = await send(getRequest(rest.port), {});
  const body = bytes?.();
  rest.next();
  await sleep(30);
  await takeLongAnswers(send, long.port);
  rest.next();
  assert.ok(Buffer.concat([first, second]).equals((await body) ?? assert.fail()));
  await send.close();
});

test('headers that come in two parts are whole, whatever is read between', async () => {
  const first = 'a'.repeat(9000);
  const second = 'b'.repeat(5000);
  await using split = await startRaw([
    `HTTP/1.1 200 OK\r\ncontent-length: 2\r\nx-first: ${first}\r\nx-second: bb`,
    `${second}\r\n\r\nok`,
  ]);
  await using long = await startServer((_, response) => {
    response.end(Buffer.alloc(1_000_000, 'z'));
  });
  const send = createSend();
  const sent = send(getRequest(split.port), {});
  await sleep(30);
  await takeLongAnswers(send, long.port);
  split.next();
  const { headers, bytes } = await sent;
  assert.equal(headers['x-first'], first);
  assert.equal(headers['x-second'], `bb${second}`);
  assert.equal(Buffer.from((await bytes?.()) ?? []).toString(), 'ok');
  await send.close();
});

test('an error that anyone throws while an answer comes changes nothing in it', async () => {
  await using server = await startServer(({ url }, response) =>
    answer(Number(url?.slice(1)), response),
  );
  const send = createSend();
  const thrown: Error[] = [];
  process.setUncaughtExceptionCaptureCallback((error) => thrown.push(error));
  try {
    for (const number of [5, 6]) {
      const pieces: Uint8Array[] = [];
      const { flow } = await send(getRequest(server.port, { path: `/${number}` }), {});
      await flow?.((piece) => {
        pieces.push(Uint8Array.prototype.slice.call(piece));
        process.nextTick(() => {
          throw new Error('of someone else');
        });
      });
      assert.ok(bodyOf(number).equals(Buffer.concat(pieces)));
    }
  } finally {
    process.setUncaughtExceptionCaptureCallback(null);
  }
  assert.ok(thrown.length > 5, `${thrown.length} errors`);
  assert.ok(thrown.every(({ message }) => message === 'of someone else'));
  await send.close();
});

test('a second connection over TLS resumes the session of the first', async () => {
  const resumed: boolean[] = [];
  await using server = await startSecure(good, ({ socket }, response) => {
    resumed.push((socket as TLSSocket).isSessionReused());
    response.setHeader('connection', 'close').end('ok');
  });
  const send = createSend({ ca });
  for (let i = 0; i < 3; i++) {
    const response = await send(getRequest(server.port, { protocol: 'https:' }), {});
    await response.bytes?.();
    await sleep(20);
  }
  assert.deepEqual(resumed, [false, true, true]);
  await send.close();
});

/** Reads over all memory that is spare. */
async function takeLongAnswers(send: Sender, port: number): Promise<void> {
  for (let i = 0; i < 10; i++) {
    const { flow } = await send(getRequest(port), {});
    await flow?.(() => {});
  }
}
