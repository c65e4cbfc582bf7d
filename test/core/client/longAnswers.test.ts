// Answers in XML that are long enough to be read while they arrive, from a real local server: they give what short ones
// give, and go wrong as short ones do.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ClientSettings } from '../../../src/core/client.ts';
import { ConnectionError, ResponseParseError, ServiceError } from '../../../src/core/errors.ts';
import { startServer } from '../http/localServer.ts';
import { clientOf } from './clients.ts';
import type { Fault } from './faults.ts';

const keys = Array.from({ length: 6000 }, (_, i) => `folder ${i % 9}/${'ä'.repeat(i % 40)}${i}`);
const contents = keys.map((key, i) => `<Contents><Key>${key}</Key><Size>${i}</Size></Contents>`);
const listing = `<ListBucketResult>${contents.join('')}<KeyCount>6000</KeyCount></ListBucketResult>`;
const expected = keys.map((Key, Size) => ({ Key, Size }));

describe('a long answer', { concurrency: true }, () => {
  it('is read whole, in chunks or with its length', async () => {
    for (const fault of [whole(listing), inChunks(listing)]) {
      const { result } = await list([fault]);
      assert.deepEqual(result, { Contents: expected, KeyCount: 6000 });
    }
  });

  it('is asked for again if it breaks off', async () => {
    const { result, requests } = await list([breaksOff, whole(listing)]);
    assert.deepEqual((result as { Contents: unknown }).Contents, expected);
    assert.equal(requests, 2);
  });

  it('is asked for again if its document ends early, and refused in the end', async () => {
    const early = whole(listing.slice(0, -30));
    const { result, requests } = await list([early], { maxAttempts: 2 });
    assert.ok(result instanceof ResponseParseError, String(result));
    assert.match(String(result), /the document ends early.*<ListBucketResult><Contents>/s);
    assert.equal(requests, 2);
  });

  it('is an error under status 200 if it is one', async () => {
    const message = 'm'.repeat(100_000);
    const error = `<Error><Code>InternalError</Code><Message>${message}</Message></Error>`;
    const { result, requests } = await list([whole(error)], { maxAttempts: 2 });
    assert.ok(result instanceof ServiceError, String(result));
    assert.deepEqual([result.code, result.statusCode], ['InternalError', 500]);
    assert.equal(requests, 2);
  });

  it('is refused if it is a page of the web', async () => {
    const page = `<html><body><p>Sign in${'<p>x</p>'.repeat(20_000)}</body></html>`;
    const { result } = await list([whole(page)], { maxAttempts: 1 });
    assert.ok(result instanceof ResponseParseError, String(result));
    assert.match(String(result), /<html><body><p>Sign in/);
  });

  it('is refused if it has no end', async () => {
    const { result, requests } = await list([endless], { maxResponseBytes: 1024 * 1024 });
    assert.match(String(result), /TOO_LONG. The answer has more than 1048576 bytes/);
    assert.equal(requests, 1);
  });

  it('can be left in the middle', async () => {
    const stop = new AbortController();
    const stalls: Fault = (_, response) => {
      response.write(listing.slice(0, 200_000), () => setTimeout(() => stop.abort(), 20));
    };
    const { result } = await list([stalls], {}, stop.signal);
    assert.equal((result as Error).name, 'AbortError');
  });

  it('ends in an error if it stops', async () => {
    const stalls: Fault = (_, response) => response.write(listing.slice(0, 200_000));
    const { result } = await list([stalls], { readTimeout: 150, maxAttempts: 1 });
    assert.ok(result instanceof ConnectionError, String(result));
    assert.equal(result.reason, 'TIMEOUT');
  });
});

function whole(text: string): Fault {
  return (_, response) => {
    response.writeHead(200, { 'content-length': Buffer.byteLength(text) }).end(text);
  };
}

function inChunks(text: string): Fault {
  const bytes = Buffer.from(text);
  return (_, response) => {
    for (let at = 0; at < bytes.length; at += 1000) response.write(bytes.subarray(at, at + 1000));
    response.end();
  };
}

const breaksOff: Fault = (request, response) => {
  response.write(listing.slice(0, 200_000));
  setTimeout(() => request.socket.destroy(), 20);
};

const endless: Fault = (_, response) => {
  response.write('<ListBucketResult>');
  const write = () => {
    if (response.destroyed) return;
    if (response.write(contents.join(''))) setImmediate(write);
    else response.once('drain', write);
  };
  write();
};

async function list(faults: readonly Fault[], more: ClientSettings = {}, signal?: AbortSignal) {
  await using server = await startServer((request, response, count) => {
    faults[Math.min(count, faults.length) - 1]?.(request, response);
  });
  const s3 = await clientOf('s3', { endpoint: server.url, settings: more });
  const input = { Bucket: 'bucket', EncodingType: 'url' };
  const result = await s3.call('ListObjectsV2', input, { signal }).catch((error: unknown) => error);
  return { requests: server.seen.length, result };
}
