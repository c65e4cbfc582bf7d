// Requests that are authorized by a token instead of a signature. https://datatracker.ietf.org/doc/html/rfc6750#section-2.1

import type { HttpRequest } from './message.ts';

/** Where a client's tokens come from. */
export interface TokenSource {
  /** The token was set for this service by name, so it goes before keys where the service takes both. */
  readonly isPreferred: boolean;
  /** Throws when there is none. */
  readonly load: (signal: AbortSignal | undefined) => Promise<string>;
}

export function withToken(request: HttpRequest, token: string): HttpRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}
