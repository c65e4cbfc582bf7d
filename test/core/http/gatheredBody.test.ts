// Bodies that are asked for late: what had come by then, or all of it, is handed over at once.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSend } from '../../../src/core/http/send.ts';
import { getRequest, startServer } from './localServer.ts';

test('a body is whole whose end had come, but was not looked at before it was asked for', async () => {
  const patience = Buffer.alloc(1024 * 1024 + 1, 'a');
  await using server = await startServer(async (_, response) => {
    response.writeHead(200, { 'content-length': patience.length + 1 });
    response.write(patience);
    await sleep(30);
    response.end('b');
  });
  const send = createSend();
  const { bytes } = await send(getRequest(server.port), {});
  await sleep(80);
  const body = Buffer.from((await bytes?.()) ?? []);
  assert.equal(body.length, patience.length + 1);
  assert.equal(body.at(-1), 'b'.charCodeAt(0));
  await send.close();
});

test('a fault of the taker ends an answer that had come, too, and it gets no more of it', async () => {
  await using server = await startServer(async (_, response) => {
    response.write('first');
    await sleep(20);
    response.end('second');
  });
  const send = createSend();
  const { flow } = await send(getRequest(server.port), {});
  await sleep(60);
  let taken = '';
  const taking = flow?.((piece) => {
    taken += Buffer.from(piece);
    throw new TypeError('not what was asked for');
  });
  await assert.rejects(taking ?? assert.fail(), { message: 'not what was asked for' });
  assert.equal(taken, 'first');
  await send.close();
});
