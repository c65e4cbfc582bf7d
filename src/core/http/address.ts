// Puts a request's parts onto an endpoint: host prefix, path and query.

import { ParamValidationError, type Where } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import type { HttpRequest, Query, RequestParts } from './message.ts';

export function addressRequest(parts: RequestParts, endpoint: string, prefix = ''): HttpRequest {
  const url = new URL(endpoint);
  const hostname = prefix + url.hostname;
  const port = url.port === '' ? undefined : Number(url.port);
  return {
    ...parts,
    protocol: url.protocol === 'http:' ? 'http:' : 'https:',
    hostname,
    ...(port === undefined ? {} : { port }),
    path: joinPath(url.pathname, parts.path),
    headers: { ...parts.headers, host: prefix + url.host },
  };
}

/** The endpoint's path is kept as it is; an empty one of the request adds nothing. */
function joinPath(base: string, path: string): string {
  if (path === '' || path === '/') return base || '/';
  return base.endsWith('/') && path.startsWith('/') ? base.slice(0, -1) + path : base + path;
}

/** Fills a host prefix such as `{AccountId}.` from the input. */
export function fillHostPrefix(prefix: string, input: Document, where: Where): string {
  return prefix.replace(/\{(\w+)\}/g, (_, member: string) => {
    const value = input[member];
    if (typeof value === 'string' && /^(?!-)[a-z\d-]{1,63}(?<!-)$/i.test(value)) return value;
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
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
