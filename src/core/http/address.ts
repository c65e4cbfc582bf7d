// Puts a request's parts onto an endpoint: host prefix, path and query.

import { ParamValidationError, type Where } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import type { HttpRequest, Query, RequestParts } from './message.ts';

export function addressRequest(parts: RequestParts, endpoint: string, prefix = ''): HttpRequest {
  const { protocol, hostname, port, host, path } = partsOf(endpoint);
  return {
    ...parts,
    protocol,
    hostname: prefix + hostname,
    ...(port === undefined ? {} : { port }),
    path: joinPath(path, parts.path),
    headers: { ...parts.headers, host: prefix + host },
  };
}

interface EndpointParts {
  readonly protocol: 'https:' | 'http:';
  readonly hostname: string;
  readonly port: number | undefined;
  /** The hostname with the port. */
  readonly host: string;
  readonly path: string;
}

function partsOf(endpoint: string): EndpointParts {
  const known = knownEndpoints.get(endpoint);
  if (known) return known;
  const { protocol, hostname, port, host, pathname } = new URL(endpoint);
  const parts: EndpointParts = {
    protocol: protocol === 'http:' ? 'http:' : 'https:',
    hostname,
    port: port === '' ? undefined : Number(port),
    host,
    path: pathname,
  };
  if (knownEndpoints.size >= 100) knownEndpoints.clear();
  knownEndpoints.set(endpoint, parts);
  return parts;
}

/** A few endpoints serve thousands of calls, and taking a URL apart costs more than all else here. */
const knownEndpoints = new Map<string, EndpointParts>();

/** The endpoint's path is kept as it is; an empty one of the request adds nothing. */
function joinPath(base: string, path: string): string {
  if (path === '' || path === '/') return base || '/';
  return base.endsWith('/') && path.startsWith('/') ? base.slice(0, -1) + path : base + path;
}

/** True for what may stand between two dots of a host. To ignore case costs much more the first time. */
export function isHostLabel(text: string): boolean {
  return /^(?!-)[A-Za-z\d-]{1,63}(?<!-)$/.test(text);
}

/** Fills a host prefix such as `{AccountId}.` from the input. */
export function fillHostPrefix(prefix: string, input: Document, where: Where): string {
  return prefix.replace(/\{(\w+)\}/g, (_, member: string) => {
    const value = input[member];
    if (typeof value === 'string' && isHostLabel(value)) return value;
    throw new ParamValidationError(where, [
      {
        path: [member],
        message: 'becomes part of a host name: 1 to 63 letters, digits and hyphens are possible.',
      },
    ]);
  });
}

/** The path and query as they go over the wire. */
export function pathAndQuery(request: RequestParts): string {
  const query = formatQuery(request.query);
  return query ? `${request.path}?${query}` : request.path;
}

export function urlOf(request: HttpRequest): string {
  const port = request.port === undefined ? '' : `:${request.port}`;
  return `${request.protocol}//${request.hostname}${port}${pathAndQuery(request)}`;
}

/** As it stands behind the `?`. */
export function formatQuery(query: Query): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(query)) {
    if (value === null) pairs.push(escapeUri(name));
    else if (typeof value === 'string') pairs.push(`${escapeUri(name)}=${escapeUri(value)}`);
    else for (const one of value) pairs.push(`${escapeUri(name)}=${escapeUri(one)}`);
  }
  return pairs.join('&');
}

/** As RFC 3986 has it and SigV4 wants it. */
export function escapeUri(text: string): string {
  if (/^[\w.~-]*$/.test(text)) return text;
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
