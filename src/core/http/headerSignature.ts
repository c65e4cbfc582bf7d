// Signature version 4 in headers, as every call but a presigned one carries it. It is made for each attempt, so without
// promises and with few copies.

import { canonicalRequest, signedNames } from './canonical.ts';
import type { HttpRequest } from './message.ts';
import { type SignOptions, scopeOf, signCanonical } from './signingKey.ts';

export interface HeaderSigning extends SignOptions {
  /** Of the payload, or what stands for it. */
  readonly contentHash: string;
}

/** The headers with `x-amz-date`, the session's token and `authorization`. */
export function withSignature(
  request: HttpRequest,
  given: Readonly<Record<string, string>>,
  signing: HeaderSigning,
): Record<string, string> {
  const { auth, credentials, contentHash } = signing;
  const { authorization: _, date: __, ...kept } = given;
  const headers: Record<string, string> = kept;
  const made = scopeOf(signing);
  headers['x-amz-date'] = made.time;
  if (credentials.sessionToken && auth.type !== 's3express') {
    headers['x-amz-security-token'] = credentials.sessionToken;
  }
  if (auth.type === 'v4a') headers['x-amz-region-set'] = auth.region;
  const names = signedNames(headers);
  const { query } = request;
  const parts = { headers, names, query, contentHash, keepsPath: auth.isS3 };
  const signature = signCanonical(canonicalRequest(request, parts), made, signing);
  headers.authorization = `${made.algorithm} Credential=${credentials.accessKeyId}/${made.scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return headers;
}
