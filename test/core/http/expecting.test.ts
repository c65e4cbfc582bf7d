import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { ConnectionError, isAbort } from '../../../src/core/errors.ts';
import { createSend } from '../../../src/core/http/send.ts';
import { clientOf, scriptOf } from '../client/clients.ts';
import { makeCertificate } from './certificate.ts';
import { getRequest, startWordServer, streamOf } from './localServer.ts';

function upload(port: number, body: Readable, length?: number) {
  const size = length === undefined ? {} : { 'content-length': String(length) };
  const headers = { host: `127.0.0.1:${port}`, expect: '100-continue', ...size };
  return getRequest(port, { method: 'PUT', path: '/k', headers, body });
}

describe('an upload that waits for the server’s word', () => {
  it('sends its body when the server wants it, and keeps the connection', async () => {
    const ports = new Set<number | undefined>();
    await using server = await startWordServer(async (request, response) => {
      ports.add(request.socket.remotePort);
      assert.equal(request.headers.expect, '100-continue');
      response.writeContinue();
      const framing = request.headers['content-length'] ?? request.headers['transfer-encoding'];
      response.end(`${framing} ${await text(request)}`);
    });
    const send = createSend();
    for (const [length, framing] of [
      [5, '5'],
      [undefined, 'chunked'],
    ] as const) {
      const response = await send(upload(server.port, streamOf('hello'), length), {});
      assert.equal(Buffer.from((await response.bytes?.()) ?? []).toString(), `${framing} hello`);
    }
    assert.equal(ports.size, 1);
    await send.close();
  });

  it('keeps its body when the server refuses or is elsewhere', async () => {
    await using server = await startWordServer((_, response) => {
      response.writeHead(307, { 'x-amz-bucket-region': 'eu-west-1' });
      response.end('elsewhere');
    });
    const send = createSend();
    const body = streamOf('hello');
    const response = await send(upload(server.port, body, 5), {});
    assert.equal(response.statusCode, 307);
    assert.equal(await text(response.body), 'elsewhere');
    assert.equal(body.readableDidRead, false);
    assert.equal(body.destroyed, false);
    await send.close();
  });

  it('goes on after a second when the server says nothing', async () => {
    let began = 0;
    await using server = await startWordServer(async (request, response) => {
      began = performance.now();
      const content = await text(request);
      response.end(content);
    });
    const send = createSend();
    const response = await send(upload(server.port, streamOf('hello'), 5), {});
    assert.equal(await text(response.body), 'hello');
    assert.ok(performance.now() - began > 900);
    await send.close();
  });

  it('ends when cancelled, and in time when the server is silent', async () => {
    await using server = await startWordServer(() => {});
    const send = createSend();
    const abort = new AbortController();
    const cancelled = send(upload(server.port, streamOf('x'), 1), { signal: abort.signal });
    setTimeout(() => abort.abort(), 20);
    await assert.rejects(cancelled, isAbort);
    const silent = send(upload(server.port, streamOf('x'), 1), { readTimeout: 50 });
    await assert.rejects(
      silent,
      (error) => error instanceof ConnectionError && error.reason === 'TIMEOUT',
    );
    await send.close();
  });

  it('ends with the fault of its body', async () => {
    await using server = await startWordServer(async (request, response) => {
      request.on('error', () => {});
      response.writeContinue();
      request.resume();
    });
    const send = createSend();
    const body = new Readable({
      read() {
        this.destroy(new Error('The disk is gone.'));
      },
    });
    await assert.rejects(send(upload(server.port, body), {}), /The disk is gone/);
    await send.close();
  });

  it('trusts what it is told to trust', async () => {
    const certificate = makeCertificate();
    const server = createSecureServer(certificate, async (request, response) => {
      response.end(await text(request));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const request = () => ({ ...upload(port, streamOf('hello'), 5), protocol: 'https:' as const });
    const trusting = createSend({ ca: certificate.cert });
    assert.equal(await text((await trusting(request(), {})).body), 'hello');
    await assert.rejects(createSend()(request(), {}), /certificate is not trusted/);
    await trusting.close();
    server.closeAllConnections();
    server.close();
  });
});

describe('S3', () => {
  it('asks for the server’s word for objects and streams, as botocore does, and signs without that', async () => {
    const send = scriptOf({});
    const s3 = await clientOf('s3', { send, endpoint: 'http://127.0.0.1:9' });
    const target = { Bucket: 'bucket', Key: 'k' };
    await s3.call('PutObject', { ...target, Body: streamOf('hello'), ContentLength: 5 });
    await s3.call('PutObject', { ...target, Body: Buffer.from('hello') });
    await s3.call('PutBucketPolicy', { Bucket: 'bucket', Policy: '{}' });
    const [stream, whole, policy] = send.requests;
    assert.equal(stream?.headers.expect, '100-continue');
    assert.doesNotMatch(stream?.headers.authorization ?? '', /expect/);
    assert.equal(whole?.headers.expect, '100-continue');
    assert.equal(policy?.headers.expect, undefined);
  });

  it('sends a stream on to where the bucket is', async () => {
    const answers: string[] = [];
    await using server = await startWordServer(async (request, response) => {
      if (answers.length === 0) {
        answers.push('moved');
        response.writeHead(307, { 'x-amz-bucket-region': 'eu-west-1' });
        response.end();
        return;
      }
      response.writeContinue();
      answers.push(await text(request));
      response.end();
    });
    const send = createSend();
    const s3 = await clientOf('s3', { send, endpoint: `http://127.0.0.1:${server.port}` });
    const Body = streamOf('hello');
    await s3.call('PutObject', { Bucket: 'bucket', Key: 'k', Body, ContentLength: 5 });
    assert.deepEqual(answers, ['moved', 'hello']);
    await send.close();
  });
});
