// What a failed try teaches the next one, and what the tries have in common.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { ServiceError } from '../../../src/core/errors.ts';
import { createSend } from '../../../src/core/http/send.ts';
import { startServer } from '../http/localServer.ts';
import { clientOf } from './clients.ts';
import { good, listTables, refusal, tables } from './faults.ts';

describe('what an answer teaches', () => {
  it('sets its clock by a server that refuses the time', async () => {
    const now = Date.now();
    const date = new Date(now + 3_600_000).toUTCString();
    const skewed = refusal(400, 'RequestTimeTooSkewed', { date });
    const dates: unknown[] = [];
    const { requests, result } = await listTables([
      (request, response) => {
        dates.push(request.headers['x-amz-date']);
        skewed(request, response);
      },
      (request, response) => {
        dates.push(request.headers['x-amz-date']);
        good(request, response);
      },
    ]);
    assert.deepEqual([result, requests], [{ TableNames: ['t'] }, 2]);
    assert.notEqual(dates[0], dates[1]);
  });

  it('gives up on a clock that is refused again', async () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString();
    const { requests, result } = await listTables([refusal(403, 'RequestTimeTooSkewed', { date })]);
    assert.ok(result instanceof ServiceError);
    assert.equal(requests, 2);
  });

  it('goes on in the bucket’s region', async () => {
    const scopes: unknown[] = [];
    await using server = await startServer((request, response, count) => {
      scopes.push(/\d{8}\/([^/]+)\/s3/.exec(request.headers.authorization ?? '')?.[1]);
      if (count > 1) return void response.end('<ListBucketResult/>');
      response.writeHead(301, { 'x-amz-bucket-region': 'eu-west-1' });
      response.end('<Error><Code>PermanentRedirect</Code><Message>there</Message></Error>');
    });
    const s3 = await clientOf('s3', { endpoint: server.url });
    await s3.call('ListObjectsV2', { Bucket: 'bucket' });
    await s3.call('ListObjectsV2', { Bucket: 'bucket' });
    assert.deepEqual(scopes, ['us-east-1', 'eu-west-1', 'eu-west-1']);
  });

  it('does not go round in circles', async () => {
    await using server = await startServer((_, response, count) => {
      response.writeHead(301, { 'x-amz-bucket-region': `eu-west-${count}` });
      response.end('<Error><Code>PermanentRedirect</Code></Error>');
    });
    const s3 = await clientOf('s3', { endpoint: server.url });
    const asked = s3.call('ListObjectsV2', { Bucket: 'bucket' });
    await assert.rejects(asked, /PermanentRedirect/);
    assert.equal(server.seen.length, 2);
  });
});

describe('what is sent', () => {
  it('sends the same body at each try, and signs it anew', async () => {
    const seen: { body: string; authorization: unknown; date: unknown }[] = [];
    const now = Date.parse('2026-01-01T00:00:00Z');
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const { authorization, 'x-amz-date': date } = request.headers;
      seen.push({ body: Buffer.concat(chunks).toString(), authorization, date });
      response.writeHead(seen.length < 3 ? 500 : 200).end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const dynamodb = await clientOf('dynamodb', {
        endpoint: `http://127.0.0.1:${port}`,
        clock: () => new Date(now + seen.length * 1000),
      });
      await dynamodb.call('DeleteTable', { TableName: 'table' });
    } finally {
      server.closeAllConnections();
      server.close();
    }
    assert.deepEqual(new Set(seen.map(({ body }) => body)), new Set(['{"TableName":"table"}']));
    assert.equal(new Set(seen.map(({ authorization }) => authorization)).size, 3);
    assert.equal(new Set(seen.map(({ date }) => date)).size, 3);
  });

  it('never has more connections to a host than are set', async () => {
    let open = 0;
    let most = 0;
    await using server = await startServer((_, response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        response.end(tables);
      }, 10);
    });
    const send = createSend({ maxConnections: 4 });
    const dynamodb = await clientOf('dynamodb', { endpoint: server.url, send });
    await Promise.all(Array.from({ length: 20 }, () => dynamodb.call('ListTables')));
    assert.equal(most, 4);
    await send.close();
  });
});
