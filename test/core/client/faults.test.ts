// What can go wrong on the way, against a real local server: each call ends in success after another try, or in the error
// that says what happened. Nothing hangs, and nothing is lost in silence.

import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import type { ClientSettings } from '../../../src/core/client.ts';
import { ConnectionError, ResponseParseError } from '../../../src/core/errors.ts';
import { startServer } from '../http/localServer.ts';
import { clientOf } from './clients.ts';
import {
  brokenChunk,
  cut,
  empty,
  endless,
  endlessHeaders,
  type Fault,
  faulty,
  good,
  html,
  listTables,
  page,
  refusal,
  reset,
  resetInBody,
  resetInChunks,
  settings,
  silent,
  stops,
  tooShort,
} from './faults.ts';

describe('a call goes well at another try', { concurrency: true }, () => {
  const passing: Readonly<Record<string, Fault>> = {
    'after throttling': refusal(400, 'ProvisionedThroughputExceededException'),
    'after a status that says too many': refusal(429, 'SomethingElse'),
    'after a fault of the server': refusal(500, 'InternalServerError'),
    'after a page of a gateway': page(502),
    'after no service, as a page': page(503),
    'after a time-out of a gateway': page(504),
    'after a connection that broke before the answer': reset,
    'after a connection that broke in the middle of it': resetInBody,
    'after one that broke between two chunks': resetInChunks,
    'after an answer that did not begin': silent,
    'after an answer that stopped': stops,
    'after an answer shorter than it said': tooShort,
    'after chunks that are none': brokenChunk,
  };
  for (const [name, fault] of Object.entries(passing)) {
    it(`does ${name}`, async () => {
      const { requests, result } = await listTables([fault, good]);
      assert.deepEqual(result, { TableNames: ['t'] });
      assert.equal(requests, 2);
    });
  }
});

describe('a call that keeps failing says what happened', { concurrency: true }, () => {
  const lasting: readonly (readonly [string, Fault, RegExp, number])[] = [
    ['throttling', refusal(400, 'ThrottlingException'), /: ThrottlingException\. /, 2],
    ['a page of a gateway', page(502), /dynamodb\.ListTables .*: 502\. /, 2],
    ['a broken connection', reset, /ECONNRESET/, 2],
    ['an answer that does not begin', silent, /TIMEOUT\. The server did not begin/, 2],
    ['an answer that stops', stops, /TIMEOUT\. The server stopped in the middle/, 2],
    ['an endless answer', endless, /TOO_LONG\. The answer has more than 1048576 bytes/, 1],
    ['endless headers', endlessHeaders, /headers of the answer are too long/, 1],
    ['no right', refusal(400, 'AccessDeniedException'), /: AccessDeniedException\. /, 1],
  ];
  for (const [name, fault, expected, requests] of lasting) {
    it(`names ${name}`, async () => {
      const outcome = await listTables([fault], { maxAttempts: 2 });
      assert.match(String(outcome.result), expected);
      assert.equal(outcome.requests, requests);
    });
  }

  it('makes as many tries as are set', async () => {
    const busy = refusal(503, 'ServiceUnavailable');
    assert.equal((await listTables([busy], { maxAttempts: 1 })).requests, 1);
    assert.equal((await listTables([busy], { maxAttempts: 5 })).requests, 5);
    assert.equal((await listTables([busy], { retryMode: 'legacy' })).requests, 10);
    assert.equal((await listTables([busy], { retryMode: 'adaptive' })).requests, 3);
  });
});

describe('an answer that is not what the model promises', () => {
  const unreadable: Readonly<Record<string, Fault>> = { HTML: html, 'a cut answer': cut };
  for (const [name, fault] of Object.entries(unreadable)) {
    it(`refuses ${name} instead of JSON`, async () => {
      const { result } = await listTables([fault]);
      assert.ok(result instanceof ResponseParseError, String(result));
      assert.equal(result.statusCode, 200);
    });
  }

  it('says how the page begins, and which request it answers', async () => {
    const { result } = await listTables([html]);
    assert.match(String(result), /status 200, text\/html.*<html><body>Sign in/);
    assert.equal((result as ResponseParseError).requestId, 'R');
  });

  it('takes an empty answer for one without members, as botocore does', async () => {
    assert.deepEqual((await listTables([empty])).result, {});
  });

  it('refuses HTML instead of XML', async () => {
    await using server = await faulty(html);
    const sts = await clientOf('sts', { endpoint: server.url });
    await assert.rejects(sts.call('GetCallerIdentity'), ResponseParseError);
  });
});

describe('an object on its way', { concurrency: true }, () => {
  async function read(fault: Fault, more: ClientSettings = {}): Promise<string> {
    await using server = await faulty(fault);
    const options = { endpoint: server.url, settings: { ...settings, ...more } };
    const s3 = await clientOf('s3', options);
    const { Body: body } = await s3.call('GetObject', { Bucket: 'bucket', Key: 'k' });
    assert.ok(body instanceof Readable);
    return Buffer.concat(await body.toArray()).toString();
  }

  it('may be longer than what is read whole', async () => {
    const long = 'x'.repeat(3000);
    const fault: Fault = (_, response) => response.end(long);
    assert.equal(await read(fault, { maxResponseBytes: 1000 }), long);
  });

  const broken = { resetInBody, resetInChunks, tooShort, stops };
  for (const [name, fault] of Object.entries(broken)) {
    it(`ends in an error and not early: ${name}`, async () => {
      await assert.rejects(read(fault), ConnectionError);
    });
  }

  it('can be left in the middle, and the connection goes with it', async () => {
    const closed = Promise.withResolvers<void>();
    await using server = await startServer((request, response) => {
      request.socket.once('close', () => closed.resolve());
      endless(request, response);
    });
    const s3 = await clientOf('s3', { endpoint: server.url });
    const { Body: body } = await s3.call('GetObject', { Bucket: 'bucket', Key: 'k' });
    assert.ok(body instanceof Readable);
    for await (const _ of body) break;
    await closed.promise;
  });
});
