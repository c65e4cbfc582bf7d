import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAbort } from '../../../src/core/errors.ts';
import { createSend } from '../../../src/core/http/send.ts';
import { getRequest, startWordServer } from './localServer.ts';

/** Begins every answer and ends it when told to, so that its connection stays in use. */
async function startHoldingServer() {
  const held: ServerResponse[] = [];
  const server = await startWordServer((request, response) => {
    if (request.headers.expect) response.writeContinue();
    request.resume();
    response.write('begun ');
    held.push(response);
  });
  return { ...server, held };
}

const ways = { plain: getRequest, expecting: upload } as const;

function upload(port: number) {
  const body = Readable.from([Buffer.from('x')], { objectMode: false });
  const headers = { host: `127.0.0.1:${port}`, expect: '100-continue' };
  return getRequest(port, { method: 'PUT', headers, body });
}

const times = { connectTimeout: 100, readTimeout: 200 };
const unlimited = { connectTimeout: 100, readTimeout: 20_000 };

for (const [name, requestTo] of Object.entries(ways)) {
  describe(`a request (${name}) that waits for a free connection`, () => {
    it('ends when none becomes free, and says why', async () => {
      await using server = await startHoldingServer();
      const send = createSend({ maxConnections: 2 });
      const [first, second] = await Promise.all(
        [1, 2].map(() => send(requestTo(server.port), unlimited)),
      );
      const began = performance.now();
      await assert.rejects(send(requestTo(server.port), times), {
        reason: 'NO_FREE_CONNECTION',
        retryable: false,
        message: /All 2 connections to it are in use/,
      });
      const took = performance.now() - began;
      assert.ok(took > 280 && took < 3000, String(took));
      assert.equal(server.held.length, 2);
      for (const response of server.held) response.end('ended');
      assert.equal(await text((first ?? assert.fail()).body), 'begun ended');
      assert.equal(await text((second ?? assert.fail()).body), 'begun ended');
      await send.close();
    });

    it('waits on as long as others get one, and is sent in its turn', async () => {
      await using server = await startHoldingServer();
      const send = createSend({ maxConnections: 1 });
      const all = Array.from({ length: 5 }, async () =>
        text((await send(requestTo(server.port), times)).body),
      );
      for (let i = 0; i < all.length; i += 1) {
        await sleep(150);
        server.held[i]?.end('ended');
      }
      assert.deepEqual(await Promise.all(all), Array(5).fill('begun ended'));
      await send.close();
    });

    it('ends at once when it is cancelled', async () => {
      await using server = await startHoldingServer();
      const send = createSend({ maxConnections: 1 });
      const first = await send(requestTo(server.port), unlimited);
      const abort = new AbortController();
      const cancelled = send(requestTo(server.port), { ...unlimited, signal: abort.signal });
      setTimeout(() => abort.abort(), 20);
      await assert.rejects(cancelled, isAbort);
      server.held[0]?.end('ended');
      assert.equal(await text(first.body), 'begun ended');
      const next = await send(requestTo(server.port), unlimited);
      assert.equal(server.held.length, 2);
      server.held[1]?.end();
      assert.equal(await text(next.body), 'begun ');
      await send.close();
    });
  });
}
