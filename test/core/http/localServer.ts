// A real HTTP server on a free loopback port for one test, and requests to it.

import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server as TcpServer,
} from 'node:net';
import { Readable } from 'node:stream';
import type { HttpRequest } from '../../../src/core/http/message.ts';
import type { Certificate } from './certificates.ts';

export interface LocalServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly server: Server;
  /** What came, in order: method and URL. */
  readonly seen: IncomingMessage[];
}

type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
  count: number,
) => void | Promise<void>;

/** `answer` also gets how many requests came, this one included; the request's body has been read. */
export async function startServer(answer: Answer): Promise<LocalServer> {
  const seen: IncomingMessage[] = [];
  const server = createServer(async (request, response) => {
    seen.push(request);
    const count = seen.length;
    for await (const _ of request);
    await answer(request, response, count);
  });
  return { ...(await listen(server)), server, seen };
}

/** `answer` reads the request's body itself, and gives the word to send it, or not, where that is asked for. */
export async function startWordServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
): Promise<Listening> {
  const server = createServer();
  const accept = (request: IncomingMessage, response: ServerResponse) =>
    void Promise.resolve(answer(request, response));
  server.on('request', accept);
  server.on('checkContinue', accept);
  return listen(server);
}

/** Over TLS. */
export async function startSecure(
  { cert, key }: Certificate,
  answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
): Promise<Listening> {
  const server = createSecureServer({ cert, key });
  server.on('request', (request, response) => void answer(request, response));
  return listen(server);
}

/** Answers one request with the first of these, just as they are, and sends one more at each `next`. */
export async function startRaw(
  parts: readonly string[],
): Promise<Listening & { readonly next: () => void }> {
  let at = 0;
  let next = () => {};
  const server = createTcpServer((socket) => {
    next = () => void socket.write(parts[at++] ?? assert.fail());
    socket.once('data', () => next());
  });
  return { ...(await listen(server)), next: () => next() };
}

type Listening = Pick<LocalServer, 'url' | 'port' | typeof Symbol.asyncDispose>;

async function listen(server: TcpServer | Server): Promise<Listening> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    async [Symbol.asyncDispose]() {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function getRequest(port: number, more: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'GET',
    protocol: 'http:',
    hostname: '127.0.0.1',
    port,
    path: '/',
    query: {},
    headers: { host: `127.0.0.1:${port}` },
    ...more,
  };
}

/** A body that can be sent only once. */
export function streamOf(content: string): Readable {
  return Readable.from([Buffer.from(content)], { objectMode: false });
}
