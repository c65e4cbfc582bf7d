import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { ConnectionError, isAbort } from '../../../src/core/errors.ts';
import { createSend } from '../../../src/core/http/send.ts';
import { getRequest, startServer } from './localServer.ts';

async function bytesOf(response: { bytes?: () => Promise<Uint8Array> }): Promise<string> {
  return Buffer.from((await response.bytes?.()) ?? []).toString();
}

function isConnectionError(reason: string | RegExp, retryable: boolean) {
  return (error: unknown) => {
    assert.ok(error instanceof ConnectionError, String(error));
    assert.match(error.reason, typeof reason === 'string' ? new RegExp(`^${reason}$`) : reason);
    assert.equal(error.retryable, retryable);
    return true;
  };
}

test('it carries method, path, query, headers and body, and reads the answer', async () => {
  await using server = await startServer((request, response) => {
    response.writeHead(201, { 'x-a': ['1', '2'], 'Content-Type': 'text/plain' });
    response.end(`${request.method} ${request.url} ${request.headers['x-test']}`);
  });
  const send = createSend();
  const request = getRequest(server.port, {
    method: 'PUT',
    path: '/a%20b',
    query: { q: 'x y', list: null, m: ['1', '2'] },
    headers: { host: 'other.example', 'x-test': 'yes' },
    body: 'hello',
  });
  const response = await send(request, {});
  assert.equal(response.statusCode, 201);
  assert.equal(response.headers['x-a'], '1, 2');
  assert.equal(response.headers['content-type'], 'text/plain');
  assert.equal(await bytesOf(response), 'PUT /a%20b?q=x%20y&list&m=1&m=2 yes');
  assert.equal(server.seen[0]?.headers.host, 'other.example');
  assert.equal(server.seen[0]?.headers['content-length'], '5');
  await send.close();
});

test('it uses one connection for calls after each other', async () => {
  const ports = new Set<number | undefined>();
  await using server = await startServer((request, response) => {
    ports.add(request.socket.remotePort);
    response.end('x');
  });
  const send = createSend();
  for (let i = 0; i < 5; i++) {
    await bytesOf(await send(getRequest(server.port), {}));
    await sleep(5);
  }
  assert.equal(ports.size, 1);
  await send.close();
});

test('it streams bodies both ways', async () => {
  await using server = await startServer((_, response) => {
    response.write('first ');
    setTimeout(() => response.end('second'), 20);
  });
  const send = createSend();
  const body = Readable.from([Buffer.from('a'), Buffer.from('b')]);
  const response = await send(getRequest(server.port, { method: 'POST', body }), {});
  let text = '';
  for await (const chunk of response.body) text += chunk;
  assert.equal(text, 'first second');
  await send.close();
});

test('it says when nothing listens', async () => {
  const server = await startServer(() => {});
  await server[Symbol.asyncDispose]();
  const sent = createSend()(getRequest(server.port), {});
  await assert.rejects(sent, isConnectionError('ECONNREFUSED', true));
});

test('it says when there is no host of that name', async () => {
  const request = getRequest(80, { hostname: 'no-such-host.invalid' });
  const sent = createSend()(request, {});
  await assert.rejects(sent, /\((ENOTFOUND|EAI_AGAIN)\)|: (ENOTFOUND|EAI_AGAIN)\. /);
});

test('it gives up on a server that does not begin to answer', async () => {
  await using server = await startServer(() => {});
  const sent = createSend()(getRequest(server.port), { readTimeout: 60 });
  await assert.rejects(sent, isConnectionError('TIMEOUT', true));
});

test('it gives up on a server that stops in the middle', async () => {
  await using server = await startServer((_, response) => void response.write('begin'));
  const response = await createSend()(getRequest(server.port), { readTimeout: 60 });
  await assert.rejects(async () => bytesOf(response), isConnectionError('TIMEOUT', true));
});

test('it says when the connection is cut before the answer', async () => {
  await using server = await startServer((request) => void request.socket.destroy());
  const sent = createSend()(getRequest(server.port), {});
  await assert.rejects(sent, isConnectionError('ECONNRESET', true));
});

test('it says when the connection is cut in the middle of the answer', async () => {
  await using server = await startServer((request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('begin');
    setTimeout(() => request.socket.destroy(), 20);
  });
  const send = createSend();
  const whole = await send(getRequest(server.port), {});
  await assert.rejects(async () => bytesOf(whole), isConnectionError(/./, true));
  const { body } = await send(getRequest(server.port), {});
  const read = async () => {
    for await (const _ of body);
  };
  await assert.rejects(read, isConnectionError(/./, true));
});

test('it says when what answers is not HTTP', async () => {
  const server = createTcpServer((socket) => void socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await assert.rejects(createSend()(getRequest(port), {}), /The answer is not HTTP/);
  server.close();
});

test('it says when TLS is spoken to a server without it, and does not try again', async () => {
  await using server = await startServer((_, response) => void response.end('x'));
  const sent = createSend()(getRequest(server.port, { protocol: 'https:' }), {});
  await assert.rejects(sent, isConnectionError(/SSL|EPROTO|ECONNRESET/, false));
});

test('it stops at once when cancelled before, while waiting, and in the middle of a body', async () => {
  await using server = await startServer((_, response, count) => {
    if (count === 2) response.write('begin');
  });
  const send = createSend();
  await assert.rejects(send(getRequest(server.port), { signal: AbortSignal.abort() }), isAbort);
  const waiting = new AbortController();
  const sent = send(getRequest(server.port), { signal: waiting.signal });
  setTimeout(() => waiting.abort(), 30);
  await assert.rejects(sent, isAbort);
  const reading = new AbortController();
  const response = await send(getRequest(server.port), { signal: reading.signal });
  setTimeout(() => reading.abort(new Error('a reason of its own')), 30);
  await assert.rejects(async () => bytesOf(response), isAbort);
});

test('it stops at once while a connection is still being made', async () => {
  // Takes connections and never says a word, so that TLS is never agreed on.
  const sockets: Socket[] = [];
  const server = createTcpServer((socket) => void sockets.push(socket.on('error', () => {})));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const controller = new AbortController();
  const started = performance.now();
  const request = getRequest(port, { protocol: 'https:' });
  const sent = createSend()(request, { signal: controller.signal, connectTimeout: 3000 });
  setTimeout(() => controller.abort(), 50);
  await assert.rejects(sent, isAbort);
  assert.ok(performance.now() - started < 2000);
  for (const socket of sockets) socket.destroy();
  server.close();
});

test('it gives up on a connection that does not come about', async () => {
  const sockets: Socket[] = [];
  const server = createTcpServer((socket) => void sockets.push(socket.on('error', () => {})));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const request = getRequest(port, { protocol: 'https:' });
  const sent = createSend()(request, { connectTimeout: 60 });
  await assert.rejects(sent, isConnectionError('TIMEOUT', true));
  for (const socket of sockets) socket.destroy();
  server.close();
});

test('it goes through a proxy, except to hosts that are reached directly', async () => {
  const connects: string[] = [];
  await using target = await startServer((_, response) => void response.end('direct'));
  await using proxy = await startServer((request, response) => {
    connects.push(`${request.method} ${request.url}`);
    response.end('by proxy');
  });
  proxy.server.on('connect', (request, socket) => {
    connects.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  const proxied = createSend({ proxy: proxy.url });
  await proxied(getRequest(target.port), {}).catch(() => {});
  assert.equal(connects.length, 1);
  const direct = createSend({ proxy: proxy.url, noProxy: '127.0.0.1' });
  assert.equal(await bytesOf(await direct(getRequest(target.port), {})), 'direct');
  assert.equal(connects.length, 1);
});

test('it leaves the global dispatcher of the process as it was', async () => {
  const script = `
    const keys = () => [Object.getOwnPropertyNames(globalThis).length, Object.getOwnPropertySymbols(globalThis).map(String)];
    const before = JSON.stringify(keys());
    const { createSend } = await import(${JSON.stringify(new URL('../../../src/core/http/send.ts', import.meta.url).href)});
    const send = createSend();
    const request = { method: 'GET', protocol: 'http:', hostname: '127.0.0.1', port: 1, path: '/', query: {}, headers: {} };
    await send(request, {}).catch(() => {});
    const after = JSON.stringify(keys());
    if (before !== after) throw new Error(before + ' became ' + after);
    await fetch('data:,x');
    const symbol = Symbol.for('undici.globalDispatcher.1');
    const own = globalThis[symbol];
    await createSend()(request, {}).catch(() => {});
    if (globalThis[symbol] !== own) throw new Error('the dispatcher changed');
    process.stdout.write('unchanged');
  `;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script]);
  assert.equal(stdout, 'unchanged');
});

test('it loads undici only when something is sent', async () => {
  const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ resolve: (name, context, next) => (loaded.push(name), next(name, context)) });
    const { createSend } = await import(${JSON.stringify(new URL('../../../src/core/http/send.ts', import.meta.url).href)});
    createSend();
    await new Promise((resolve) => setTimeout(resolve, 20));
    process.stdout.write(String(loaded.includes('undici')));
  `;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script]);
  assert.equal(stdout, 'false');
});

test('it closes its connections', async () => {
  await using server = await startServer((_, response) => void response.end('x'));
  const send = createSend();
  await bytesOf(await send(getRequest(server.port), {}));
  await send.close();
  await sleep(50);
  const open = await promisify(server.server.getConnections.bind(server.server))();
  assert.equal(open, 0);
});

test('it leaves fetch and its dispatcher unloaded when the core is loaded', async () => {
  const script = `
    await import(${JSON.stringify(new URL('../../../src/core/index.ts', import.meta.url).href)});
    await import(${JSON.stringify(new URL('../../../src/core/client.ts', import.meta.url).href)});
    const loaded = Object.getOwnPropertySymbols(globalThis).map(Symbol.keyFor).filter(Boolean);
    process.stdout.write(loaded.join());
  `;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script]);
  assert.equal(stdout, '');
});
