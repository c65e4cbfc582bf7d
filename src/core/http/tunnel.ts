// A tunnel through a proxy for Node's own client: CONNECT, then TLS with the host at its end (RFC 9110 9.3.6).

import type { IncomingMessage, RequestOptions } from 'node:http';
import { isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ConnectionOptions } from 'node:tls';
import { proxyHeaders } from './proxies.ts';

/** What a request through a proxy has besides its own options. */
export interface TunnelOptions extends RequestOptions {
  /** Milliseconds until the tunnel must stand. */
  readonly tunnelTimeout?: number | undefined;
}

type Connected = (error: Error | null, socket: Duplex) => void;

/** Connects by TLS through a tunnel, in the manner of `Agent.createConnection`. `proxyTrust` is for the proxy itself. */
export function createTunnelConnector(
  proxy: URL,
  trust: ConnectionOptions,
  proxyTrust: ConnectionOptions = trust,
) {
  return (options: TunnelOptions, callback?: Connected): undefined => {
    openSecurely(proxy, { trust, proxyTrust }, options).then(
      (socket) => callback?.(null, socket),
      // The socket is not read behind an error.
      (error: Error) => callback?.(error, undefined as unknown as Duplex),
    );
  };
}

async function openSecurely(
  proxy: URL,
  { trust, proxyTrust }: Readonly<Record<'trust' | 'proxyTrust', ConnectionOptions>>,
  options: TunnelOptions,
): Promise<Socket> {
  const { connect } = await import('node:tls');
  const tunnel = await openTunnel(proxy, proxyTrust, options);
  return new Promise((resolve, reject) => {
    const secure = connect({ ...(options as ConnectionOptions), ...trust, socket: tunnel });
    secure.once('error', reject);
    secure.once('secureConnect', () => {
      secure.off('error', reject);
      secure.setTimeout(0);
      resolve(secure);
    });
    secure.setTimeout(options.tunnelTimeout ?? 0, () => secure.destroy(tooSlow()));
  });
}

async function openTunnel(
  proxy: URL,
  trust: ConnectionOptions,
  { hostname, host, port, tunnelTimeout = 0 }: TunnelOptions,
): Promise<Socket> {
  const { request } = await (proxy.protocol === 'https:'
    ? import('node:https')
    : import('node:http'));
  const target = `${bracketed(hostname ?? host ?? '')}:${port ?? 443}`;
  return new Promise((resolve, reject) => {
    const asked = request({
      ...trust,
      method: 'CONNECT',
      protocol: proxy.protocol,
      hostname: plainName(proxy),
      port: proxy.port,
      servername: serverName(proxy),
      path: target,
      headers: { host: target, ...proxyHeaders(proxy) },
      agent: false,
      timeout: tunnelTimeout,
    });
    asked.on('timeout', () => asked.destroy(tooSlow()));
    asked.on('error', (error) => reject(ofProxy(error)));
    asked.on('connect', ({ statusCode = 0 }: IncomingMessage, socket: Socket) => {
      socket.setTimeout(0);
      if (statusCode >= 200 && statusCode < 300) return resolve(socket);
      socket.destroy();
      return reject(new Error(`Proxy response (${statusCode})`));
    });
    asked.end();
  });
}

function tooSlow(): Error {
  return Object.assign(new Error('No tunnel in time.'), { code: 'UND_ERR_CONNECT_TIMEOUT' });
}

/** A certificate that is not good is the proxy's here, and a closed connection too. */
function ofProxy(error: Error & { code?: string }): Error {
  if (error.code === 'ERR_TLS_CERT_ALTNAME_INVALID') return proxyFault('UND_ERR_PRX_TLS', error);
  return error.code === 'ECONNRESET' ? proxyFault('UND_ERR_PRX_CONN', error) : error;
}

function proxyFault(code: string, cause: Error): Error {
  return Object.assign(new Error(cause.message, { cause }), { code });
}

export function plainName({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** A server is not asked for a certificate by its address (RFC 6066 3). */
export function serverName(proxy: URL): string {
  const name = plainName(proxy);
  return isIP(name) === 0 ? name : '';
}

function bracketed(name: string): string {
  return name.includes(':') ? `[${name}]` : name;
}
