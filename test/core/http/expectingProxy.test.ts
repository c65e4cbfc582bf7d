import assert from 'node:assert/strict';
import { once } from 'node:events';
import {
  createServer,
  request as forward,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { isAbort } from '../../../src/core/errors.ts';
import type { HttpRequest } from '../../../src/core/http/message.ts';
import { createSend } from '../../../src/core/http/send.ts';
import { makeCertificates } from './certificates.ts';
import { startProxy } from './connectProxy.ts';
import { getRequest, streamOf } from './localServer.ts';

const { ca, good, otherHost } = makeCertificates();

interface Listening extends AsyncDisposable {
  readonly port: number;
}

async function listen(server: Server, closeAll: () => void): Promise<Listening> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      closeAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Wants the body of every upload, except of those to `/refused`. */
async function store(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === '/refused') {
    response.writeHead(403).end('refused');
    return;
  }
  response.writeContinue();
  response.end(`${request.headers.expect} ${await text(request)}`);
}

async function startStore(certificate?: typeof good): Promise<Listening & { ports: Set<unknown> }> {
  const ports = new Set<unknown>();
  const server = certificate ? createSecureServer(certificate) : createServer();
  server.on('tlsClientError', () => {});
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    ports.add(request.socket.remotePort);
    void store(request, response);
  });
  return { ...(await listen(server, () => server.closeAllConnections())), ports };
}

/** A real proxy for hosts reached by http: it passes on what it gets, and the host's word before the body. */
async function startForwardingProxy(login?: string) {
  const asked: string[] = [];
  const wanted = login && `Basic ${Buffer.from(login).toString('base64')}`;
  const server = createServer();
  const pass = (request: IncomingMessage, response: ServerResponse) => {
    asked.push(request.url ?? '');
    const { 'proxy-authorization': given, ...headers } = request.headers;
    if (wanted && given !== wanted) return void response.writeHead(407).end();
    const sent = forward(request.url ?? '', { method: request.method ?? '', headers });
    sent.on('continue', () => {
      response.writeContinue();
      request.pipe(sent);
    });
    sent.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    sent.on('error', () => response.destroy());
    sent.flushHeaders();
  };
  server.on('checkContinue', pass);
  return { ...(await listen(server, () => server.closeAllConnections())), asked };
}

interface Upload {
  readonly body?: Readable;
  readonly path?: string;
  readonly protocol?: HttpRequest['protocol'];
}

function upload(
  port: number,
  { body = streamOf('hello'), path = '/k', protocol = 'https:' }: Upload,
) {
  const headers = {
    host: `127.0.0.1:${port}`,
    expect: '100-continue',
    'content-length': '5',
  };
  return getRequest(port, { method: 'PUT', path, headers, body, protocol });
}

describe('an upload that waits for the server’s word, through a proxy', () => {
  it('goes by a tunnel to a host reached by TLS, and keeps the connection', async () => {
    await using host = await startStore(good);
    await using proxy = await startProxy({ login: 'user:pass word' });
    const send = createSend({ ca, proxy: `http://user:pass%20word@127.0.0.1:${proxy.port}` });
    for (let i = 0; i < 2; i += 1) {
      const { body } = await send(upload(host.port, {}), {});
      assert.equal(await text(body), '100-continue hello');
    }
    assert.deepEqual(proxy.asked, [`127.0.0.1:${host.port}`]);
    assert.equal(host.ports.size, 1);
    await send.close();
  });

  it('keeps its body when the host behind the tunnel refuses', async () => {
    await using host = await startStore(good);
    await using proxy = await startProxy();
    const send = createSend({ ca, proxy: `http://127.0.0.1:${proxy.port}` });
    const body = streamOf('hello');
    const { statusCode } = await send(upload(host.port, { body, path: '/refused' }), {});
    assert.equal(statusCode, 403);
    assert.equal(body.readableDidRead, false);
    assert.equal(body.destroyed, false);
    await send.close();
  });

  it('goes to a host reached by http as a whole URL', async () => {
    await using host = await startStore();
    await using proxy = await startForwardingProxy('user:right');
    const url = `http://user:right@127.0.0.1:${proxy.port}`;
    const send = createSend({ httpProxy: url });
    const { body } = await send(upload(host.port, { protocol: 'http:' }), {});
    assert.equal(await text(body), '100-continue hello');
    assert.deepEqual(proxy.asked, [`http://127.0.0.1:${host.port}/k`]);
    const unread = streamOf('hello');
    const refused = upload(host.port, { protocol: 'http:', path: '/refused', body: unread });
    assert.equal((await send(refused, {})).statusCode, 403);
    assert.equal(unread.readableDidRead, false);
    await send.close();
    const wrong = createSend({ httpProxy: url.replace('right', 'wrong') });
    const denied = wrong(upload(host.port, { protocol: 'http:' }), {});
    await assert.rejects(denied, { reason: 'PROXY 407', retryable: false });
    await wrong.close();
  });

  it('goes by a proxy that is itself reached by TLS', async () => {
    await using host = await startStore(good);
    await using proxy = await startProxy({ certificate: good });
    const send = createSend({ ca, proxy: `https://127.0.0.1:${proxy.port}` });
    const { body } = await send(upload(host.port, {}), {});
    assert.equal(await text(body), '100-continue hello');
    await send.close();
    await using impostor = await startProxy({ certificate: otherHost });
    const untrusting = createSend({ ca, proxy: `https://127.0.0.1:${impostor.port}` });
    await assert.rejects(untrusting(upload(host.port, {}), {}), { reason: 'UND_ERR_PRX_TLS' });
    await untrusting.close();
  });

  it('goes straight to a host named in NO_PROXY', async () => {
    await using host = await startStore(good);
    await using proxy = await startProxy({ status: 403 });
    const send = createSend({ ca, proxy: `http://127.0.0.1:${proxy.port}`, noProxy: '127.0.0.1' });
    const { body } = await send(upload(host.port, {}), {});
    assert.equal(await text(body), '100-continue hello');
    assert.deepEqual(proxy.asked, []);
    await send.close();
  });

  it('says what the proxy or the certificate behind it is to blame for', async () => {
    await using host = await startStore(otherHost);
    await using open = await startProxy();
    await using closed = await startProxy({ status: 403 });
    await using locked = await startProxy({ login: 'user:right' });
    const gone = await startProxy();
    await gone[Symbol.asyncDispose]();
    const reasons = [
      [open.port, 'ERR_TLS_CERT_ALTNAME_INVALID'],
      [closed.port, 'PROXY 403'],
      [locked.port, 'PROXY 407'],
      [gone.port, 'ECONNREFUSED'],
    ] as const;
    for (const [port, reason] of reasons) {
      const send = createSend({ ca, proxy: `http://127.0.0.1:${port}` });
      await assert.rejects(send(upload(host.port, {}), {}), { reason });
      await send.close();
    }
  });

  it('ends in time, and when cancelled, where the proxy says nothing', async () => {
    const silent = createTcpServer((socket) => void socket.on('error', () => {}));
    const sockets = new Set<{ destroy(): void }>();
    silent.on('connection', (socket) => sockets.add(socket));
    await using proxy = await listen(silent, () => {
      for (const socket of sockets) socket.destroy();
    });
    const send = createSend({ proxy: `http://127.0.0.1:${proxy.port}` });
    const late = send(upload(1, {}), { connectTimeout: 60 });
    await assert.rejects(late, { reason: 'TIMEOUT', retryable: true });
    const abort = new AbortController();
    const cancelled = send(upload(1, {}), { signal: abort.signal, connectTimeout: 200 });
    setTimeout(() => abort.abort(), 20);
    await assert.rejects(cancelled, isAbort);
    await send.close();
  });
});
