// Signature version 4 in headers, as every call but a presigned one carries it. It is made for each attempt, so without
// promises and with few copies.

import { canonicalRequest, signedNames } from './canonical.ts';
import type { HttpRequest } from './message.ts';
import { type SignOptions, scopeOf, signCanonical } from './signingKey.ts';

export interface HeaderSigning extends SignOptions {
  /** Of the payload, or what stands for it. */
  readonly contentHash: string;
}

/** Adds `x-amz-date`, the session's token and `authorization` to the headers the request will have. */
export function addSignature(
  headers: Record<string, string>,
  request: HttpRequest,
  signing: HeaderSigning,
): void {
  const { auth, credentials, contentHash } = signing;
  const made = scopeOf(signing);
  if ('authorization' in headers) delete headers.authorization;
  if ('date' in headers) delete headers.date;
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
}
