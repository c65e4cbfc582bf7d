// Which proxy a request goes by. The hosts of NO_PROXY are read as botocore reads them: names and their subdomains, a port
// behind them where only that one is meant, `*` for all. Networks such as `10.0.0.0/8` are read by neither.

import type { HttpRequest } from './message.ts';

export interface ProxyOptions {
  /** The proxy's URL, with user and password where it asks for them; absent for none. */
  readonly proxy?: string | undefined;
  /** Another one for hosts reached by http; empty for none. */
  readonly httpProxy?: string | undefined;
  /** Hosts that are reached directly, as in NO_PROXY. */
  readonly noProxy?: string | undefined;
}

type Target = Pick<HttpRequest, 'protocol' | 'hostname' | 'port'>;

/** Empty for none. */
export function proxyFor(
  { protocol, hostname, port }: Target,
  { proxy = '', httpProxy = proxy, noProxy = '' }: ProxyOptions,
): string {
  const chosen = protocol === 'http:' ? httpProxy : proxy;
  if (chosen === '' || noProxy === '') return chosen;
  const usual = protocol === 'http:' ? 80 : 443;
  return isDirect(plainHost(hostname), port ?? usual, noProxy) ? '' : chosen;
}

function isDirect(host: string, port: number, noProxy: string): boolean {
  return noProxy.split(/[,\s]+/).some((entry) => {
    const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
    // More than one colon is an IPv6 address without brackets, and has no port.
    const isAddress = name.includes(':') && !name.endsWith(']');
    if (only !== undefined && !isAddress && Number(only) !== port) return false;
    const direct = plainHost(isAddress ? entry : name).replace(/^\*?\.+/, '');
    if (direct === '') return false;
    return direct === '*' || host === direct || host.endsWith(`.${direct}`);
  });
}

function plainHost(name: string): string {
  return name.toLowerCase().replace(/^\[|\]$/g, '');
}

/** What a proxy that asks for a user and a password gets with every request or tunnel. */
export function proxyHeaders(proxy: URL): Record<string, string> {
  const { username, password } = proxy;
  if (username === '') return {};
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` };
}
