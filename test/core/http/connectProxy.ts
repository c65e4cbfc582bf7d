// A real proxy on a free loopback port that opens tunnels, and asks for a user and a password when told to.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Certificate } from './certificates.ts';

export interface ConnectProxy extends AsyncDisposable {
  readonly port: number;
  /** The hosts tunnels were asked for, in order, and what was refused. */
  readonly asked: string[];
}

export interface ProxyOptions {
  /** `user:password`; without it the proxy is open. */
  readonly login?: string;
  /** Answers every tunnel with this status instead. */
  readonly status?: number;
  /** With it the proxy itself is reached by TLS. */
  readonly certificate?: Certificate;
  /** With it, and by TLS, only clients with a certificate that it signed are let in. */
  readonly clientAuthority?: string;
}

export async function startProxy({
  login,
  status,
  certificate,
  clientAuthority: ca,
}: ProxyOptions = {}): Promise<ConnectProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const wanted = login && `Basic ${Buffer.from(login).toString('base64')}`;
  const refuse = (_: IncomingMessage, response: ServerResponse) => response.writeHead(501).end();
  const wantsName = ca === undefined ? {} : { ca, requestCert: true, rejectUnauthorized: true };
  const server = certificate
    ? createSecureServer({ ...certificate, ...wantsName }, refuse)
    : createServer(refuse);
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => {})));
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    asked.push(request.url ?? '');
    if (wanted && request.headers['proxy-authorization'] !== wanted) {
      return void socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n',
      );
    }
    if (status) return void socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    const [host, port] = (request.url ?? '').split(':');
    const target = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.pipe(socket).pipe(target);
    });
    sockets.add(target.on('error', () => socket.destroy()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
