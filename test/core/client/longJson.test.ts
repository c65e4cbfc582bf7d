// Answers in JSON that are long enough to be read while they arrive, from a real local server.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crc32 } from 'node:zlib';
import { ConnectionError, ResponseParseError } from '../../../src/core/errors.ts';
import { startServer } from '../http/localServer.ts';
import { clientOf } from './clients.ts';
import type { Fault } from './faults.ts';

const events = Array.from({ length: 3000 }, (_, i) => ({
  timestamp: i,
  message: `${i % 7 === 0 ? 'ä"},{"timestamp"' : 'x'.repeat(i % 200)}${i}`,
}));
const page = { nextToken: 'next', events, searchedLogStreams: [] };
const text = JSON.stringify(page);

describe('a long answer in JSON', { concurrency: true }, () => {
  it('is read whole, in chunks or with its length', async () => {
    for (const fault of [whole(text), inChunks(text)]) {
      const { result } = await call('logs', 'FilterLogEvents', [fault], { logGroupName: 'x' });
      assert.deepEqual(result, page);
    }
  });

  it('is read of a service that has URLs, too', async () => {
    const Functions = Array.from({ length: 900 }, (_, i) => ({
      FunctionName: `function ${i}`,
      Description: 'd'.repeat(200),
    }));
    const listing = JSON.stringify({ Functions, NextMarker: 'more' });
    const listed = await call('lambda', 'ListFunctions', [whole(listing)], {});
    assert.deepEqual(listed.result, { Functions, NextMarker: 'more' });
  });

  it('is refused if its document ends early, with its beginning', async () => {
    const early = whole(text.slice(0, -300));
    const { result } = await call('logs', 'FilterLogEvents', [early], { logGroupName: 'x' });
    assert.ok(result instanceof ResponseParseError, String(result));
    assert.match(String(result), /it is not valid JSON.*\{"nextToken":"next","events":\[\{/s);
  });

  it('is asked for again if its checksum differs', async () => {
    const Items = Array.from({ length: 900 }, (_, i) => ({ id: { S: 'x'.repeat(100 + (i % 9)) } }));
    const table = JSON.stringify({ Count: 900, Items });
    const damaged = table.replace('xx', 'xy');
    const checksum = { 'x-amz-crc32': String(crc32(table)) };
    const faults = [whole(damaged, checksum), whole(table, checksum)];
    const scan = await call('dynamodb', 'Scan', faults, { TableName: 'table' });
    assert.equal(scan.requests, 2);
    assert.deepEqual(scan.result, { Count: 900, Items });
    const never = await call('dynamodb', 'Scan', faults.slice(0, 1), { TableName: 'table' });
    assert.ok(never.result instanceof ConnectionError, String(never.result));
    assert.equal(never.result.reason, 'CHECKSUM');
  });
});

function whole(body: string, headers: Readonly<Record<string, string>> = {}): Fault {
  return (_, response) => {
    response.writeHead(200, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
  };
}

function inChunks(body: string): Fault {
  const bytes = Buffer.from(body);
  return (_, response) => {
    for (let at = 0; at < bytes.length; at += 999) response.write(bytes.subarray(at, at + 999));
    response.end();
  };
}

async function call(service: string, operation: string, faults: readonly Fault[], input: object) {
  await using server = await startServer((request, response, count) => {
    faults[Math.min(count, faults.length) - 1]?.(request, response);
  });
  const settings = { maxAttempts: 2 };
  const client = await clientOf(service, { endpoint: server.url, settings });
  const made = client.call(operation, { ...input });
  const result = await made.catch((error: unknown) => error);
  return { requests: server.seen.length, result };
}
