// What connections hold that wait for the next request. In a file of its own: whatever else ran here would be counted as well.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createSend } from '../../../src/core/http/send.ts';
import { makeCertificates } from './certificates.ts';
import { getRequest, startSecure } from './localServer.ts';

const { ca, good } = makeCertificates();
const connectionCount = 24;

test('a connection over TLS holds no more memory than one record needs', async () => {
  const all = Promise.withResolvers<void>();
  let cameCount = 0;
  await using server = await startSecure(good, async (_, response) => {
    if (++cameCount === connectionCount) all.resolve();
    await all.promise;
    response.end('ok');
  });
  const send = createSend({ ca });
  const request = getRequest(server.port, { protocol: 'https:' });
  const takeOne = async () => (await send(request, {})).bytes?.();
  const before = memoryHeld();
  await Promise.all(Array.from({ length: connectionCount }, takeOne));
  const held = (memoryHeld() - before) / connectionCount / 1024;
  assert.ok(held < 64, `${held} KiB a connection`);
  await send.close();
});

/** In bytes. */
function memoryHeld(): number {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}
