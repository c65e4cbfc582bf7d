// The signatures that are not part of every call: in a URL, of a text, of a message in a stream. AWS's own library makes
// them; it is loaded at the first of them.

import { SignatureV4 } from '@smithy/signature-v4';
import type { HttpRequest, Query } from './message.ts';
import { Sha256 } from './sha256.ts';
import type { SignOptions } from './signingKey.ts';

export interface PresignOptions {
  /** Of the payload, or what stands for it. */
  readonly contentHash: string;
  /** Seconds. */
  readonly expiresIn: number;
}

export function createSigner({ auth, credentials }: SignOptions): SignatureV4 {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  return new SignatureV4({
    service: auth.service,
    region: auth.region,
    sha256: Sha256,
    uriEscapePath: !auth.isS3,
    applyChecksum: false,
    credentials: {
      accessKeyId,
      secretAccessKey,
      ...(sessionToken && auth.type === 'v4' ? { sessionToken } : {}),
    },
  });
}

/** The library leaves these out, botocore signs them. */
const signableHeaders = new Set(['cache-control', 'from', 'max-forwards', 'pragma', 'referer']);

/** Only there for the library to read. */
const hashHeader = 'x-amz-content-sha256';

/** The request with its signature in the query. All its headers must be sent with it. */
export async function presign(
  request: HttpRequest,
  options: SignOptions,
  { contentHash, expiresIn }: PresignOptions,
): Promise<HttpRequest> {
  const { sessionToken } = options.credentials;
  const isExpress = options.auth.type === 's3express' && sessionToken !== undefined;
  const query = {
    ...signableQuery(request.query),
    // S3's directory buckets take the session's token under a name of their own.
    ...(isExpress && { 'X-Amz-S3session-Token': sessionToken }),
  };
  const signed = await createSigner(options).presign(
    { ...request, query, headers: { ...request.headers, [hashHeader]: contentHash } },
    {
      signingDate: options.date,
      expiresIn,
      signableHeaders,
      unsignableHeaders: new Set([hashHeader]),
      unhoistableHeaders: new Set(Object.keys(request.headers).concat(hashHeader)),
    },
  );
  const { [hashHeader]: _, ...headers } = signed.headers;
  return { ...request, headers, query: (signed.query ?? {}) as Query };
}

/** A name without value is signed as one with an empty value. */
function signableQuery(query: Query): Record<string, string | string[]> {
  const signable: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(query)) {
    signable[name] = value === null ? '' : typeof value === 'string' ? value : [...value];
  }
  return signable;
}
