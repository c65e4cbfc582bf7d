// Node's own HTTP client with connections of its own: straight to the host, by a tunnel through a proxy to hosts reached by
// TLS, and to all others by a proxy that gets the whole URL in place of the path. Loaded when it is first needed.

import type { Agent, ClientRequest, RequestOptions } from 'node:http';
import { proxyHeaders } from './proxies.ts';
import type { CreateSendOptions } from './send.ts';
import { createTunnelConnector, plainName, serverName, type TunnelOptions } from './tunnel.ts';

export interface CarrierOptions
  extends Pick<CreateSendOptions, 'ca' | 'rejectUnauthorized' | 'proxyTrust'> {
  readonly maxConnections: number;
}

export interface CarriedRequest extends TunnelOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly path: string;
}

export interface Carrier {
  readonly agent: Agent;
  readonly open: (request: CarriedRequest) => ClientRequest;
}

type Protocol = 'https:' | 'http:';

/** `proxy` is a URL by http or https; empty for none. */
export async function createCarrier(
  protocol: Protocol,
  proxy: string,
  { ca, rejectUnauthorized, proxyTrust, maxConnections: maxSockets }: CarrierOptions,
): Promise<Carrier> {
  const trust = {
    ...(ca === undefined ? {} : { ca: typeof ca === 'string' ? ca : [...ca] }),
    ...(rejectUnauthorized === undefined ? {} : { rejectUnauthorized }),
  };
  const settings = { keepAlive: true, maxSockets, ...trust };
  if (proxy === '') return plainCarrier(protocol, settings);
  const url = new URL(proxy);
  if (protocol === 'https:') {
    const carrier = await plainCarrier(protocol, settings);
    carrier.agent.createConnection = createTunnelConnector(url, trust, { ...trust, ...proxyTrust });
    return carrier;
  }
  const { agent, open } = await plainCarrier(url.protocol === 'https:' ? 'https:' : 'http:', {
    ...settings,
    ...proxyTrust,
  });
  return { agent, open: (request) => open(forwarded(request, url)) };
}

async function plainCarrier(
  protocol: Protocol,
  settings: { readonly keepAlive: boolean; readonly maxSockets: number },
): Promise<Carrier> {
  const { Agent, request } = await (protocol === 'https:'
    ? import('node:https')
    : import('node:http'));
  const agent = new Agent(settings);
  return { agent, open: (options) => request({ ...options, agent } as RequestOptions) };
}

/** The same request as it is said to a proxy that passes it on. */
function forwarded(request: CarriedRequest, proxy: URL): CarriedRequest {
  const { hostname = '', port, headers, path } = request;
  const host = headers.host ?? `${hostname}:${port ?? 80}`;
  return {
    ...request,
    protocol: proxy.protocol,
    hostname: plainName(proxy),
    port: proxy.port || null,
    servername: serverName(proxy),
    path: `http://${host}${path}`,
    headers: { ...headers, ...proxyHeaders(proxy) },
  } as CarriedRequest;
}
