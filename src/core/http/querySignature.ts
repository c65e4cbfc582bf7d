// Signature version 4a in the query, as a URL presigned for several regions carries it.
// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html

import { canonicalRequest, signedNames } from './canonical.ts';
import type { HttpRequest } from './message.ts';
import { type SignOptions, scopeOf, signCanonical } from './signingKey.ts';

export interface QuerySigning extends SignOptions {
  /** Of the payload, or what stands for it. */
  readonly contentHash: string;
  /** Seconds. */
  readonly expiresIn: number;
}

/** The request with its signature in the query. All its headers must be sent with it. */
export function withQuerySignature(request: HttpRequest, signing: QuerySigning): HttpRequest {
  const { auth, credentials, contentHash, expiresIn } = signing;
  const { headers } = request;
  const made = scopeOf(signing);
  const names = signedNames(headers);
  const { sessionToken } = credentials;
  const query = {
    ...request.query,
    'X-Amz-Algorithm': made.algorithm,
    'X-Amz-Credential': `${credentials.accessKeyId}/${made.scope}`,
    'X-Amz-Date': made.time,
    'X-Amz-Expires': String(expiresIn),
    'X-Amz-SignedHeaders': names.join(';'),
    'X-Amz-Region-Set': auth.region,
    ...(sessionToken && { 'X-Amz-Security-Token': sessionToken }),
  };
  const parts = { headers, names, query, contentHash, keepsPath: auth.isS3 };
  const signature = signCanonical(canonicalRequest(request, parts), made, signing);
  return { ...request, query: { ...query, 'X-Amz-Signature': signature } };
}
