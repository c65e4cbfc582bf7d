// Signature version 4, in headers or in the query. The one in the query and version 4a are made by AWS's own library; what
// is signed and how the payload is hashed follows botocore's `auth.py`.

import { SignatureV4 } from '@smithy/signature-v4';
import type { Credentials } from '../credentials/credentials.ts';
import type { SignatureAuth } from './auth.ts';
import { withSignature } from './headerSignature.ts';
import type { HttpRequest, Query, RequestBody } from './message.ts';
import { ReplayableBody } from './replayableBody.ts';
import { Sha256, sha256Hex, sha256OfStream } from './sha256.ts';
import { signV2 } from './sigv2.ts';

export interface SignOptions {
  readonly auth: SignatureAuth;
  readonly credentials: Credentials;
  readonly date: Date;
}

export const unsignedPayload = 'UNSIGNED-PAYLOAD';

/** The library leaves these out, botocore signs them. */
const signableHeaders = new Set(['cache-control', 'from', 'max-forwards', 'pragma', 'referer']);

/** The request with `authorization`, `x-amz-date` and what else its signature needs. */
export async function signRequest(
  request: HttpRequest,
  { auth, credentials, date }: SignOptions,
): Promise<HttpRequest> {
  if (auth.type === 'v2') return signV2(request, credentials, date);
  const hash = await contentHash(request, auth);
  const headers = {
    ...request.headers,
    ...(hash === undefined ? {} : { 'x-amz-content-sha256': hash }),
    ...expressToken(auth, credentials),
  };
  if (auth.type === 'v4a') {
    const unsigned = { ...request, query: signableQuery(request.query), headers };
    const signed = await (await signerV4a(auth, credentials)).sign(unsigned, {
      signingDate: date,
      signableHeaders: signableHeaders,
    });
    return { ...request, headers: signed.headers };
  }
  const payload = hash ?? sha256Hex(plainBody(request.body) ?? '');
  const signing = { auth, credentials, date, contentHash: payload };
  return { ...request, headers: withSignature(request, headers, signing) };
}

export interface Chunk {
  /** Encoded. */
  readonly headers: Uint8Array;
  readonly payload: Uint8Array;
  /** The signature of the chunk before it, or of the request. */
  readonly previous: string;
}

/** The signature, in hexadecimal, of one message in a stream of them. */
export async function signChunk(
  { headers, payload, previous }: Chunk,
  { auth, credentials, date }: SignOptions,
): Promise<string> {
  return signer(auth, credentials).sign(
    { headers, payload },
    { signingDate: date, priorSignature: previous },
  );
}

/** The request with its signature in the query. Headers that are left must be sent with it. */
export async function presignRequest(
  request: HttpRequest,
  { auth, credentials, date }: SignOptions,
  expiresIn: number,
): Promise<HttpRequest> {
  const { 'x-amz-content-sha256': _, ...rest } = request.headers;
  const hash = auth.isS3 ? unsignedPayload : sha256Hex(plainBody(request.body) ?? '');
  const token = expressToken(auth, credentials)['x-amz-s3session-token'];
  const query = {
    ...signableQuery(request.query),
    ...(token && { 'X-Amz-S3session-Token': token }),
  };
  const signed = await signer(auth, credentials).presign(
    { ...request, query, headers: { ...rest, 'x-amz-content-sha256': hash } },
    {
      signingDate: date,
      expiresIn,
      signableHeaders: signableHeaders,
      // The hash is only there for the signer to read.
      unsignableHeaders: new Set(['x-amz-content-sha256']),
      unhoistableHeaders: new Set(Object.keys(request.headers).concat('x-amz-content-sha256')),
    },
  );
  const { 'x-amz-content-sha256': __, ...headers } = signed.headers;
  return { ...request, headers, query: (signed.query ?? {}) as Query };
}

/** The signature of a text such as a form's policy, in hexadecimal digits. */
export function signText(text: string, { auth, credentials, date }: SignOptions): Promise<string> {
  return signer(auth, credentials).sign(text, { signingDate: date });
}

async function signerV4a(auth: SignatureAuth, credentials: Credentials) {
  const { createSignerV4a } = await import('./sigv4a.ts');
  return createSignerV4a(auth, credentials);
}

function signer(auth: SignatureAuth, credentials: Credentials): SignatureV4 {
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

/** S3's directory buckets take the session's token under a name of their own. */
function expressToken(auth: SignatureAuth, { sessionToken }: Credentials): Record<string, string> {
  return auth.type === 's3express' && sessionToken ? { 'x-amz-s3session-token': sessionToken } : {};
}

/** The value of `x-amz-content-sha256`; undefined where the header is not sent and the signer hashes by itself. */
async function contentHash(request: HttpRequest, auth: SignatureAuth): Promise<string | undefined> {
  const given = request.headers['x-amz-content-sha256'];
  if (given !== undefined) return given;
  if (auth.unsignedPayload) return unsignedPayload;
  if (request.body instanceof ReplayableBody) return sha256OfStream(request.body.open('hash'));
  const body = plainBody(request.body);
  if (body === undefined) return unsignedPayload;
  return auth.isS3 ? sha256Hex(body) : undefined;
}

/** The body if it can be hashed; undefined for a stream. */
function plainBody(body: RequestBody | undefined): string | Uint8Array | undefined {
  if (body === undefined) return '';
  return typeof body === 'string' || body instanceof Uint8Array ? body : undefined;
}

/** A name without value is signed as one with an empty value. */
function signableQuery(query: Query): Record<string, string | string[]> {
  const signable: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(query)) {
    signable[name] = value === null ? '' : typeof value === 'string' ? value : [...value];
  }
  return signable;
}
