// Signs requests. Those of every call are signed here, what is rarer by AWS's own library. What is signed and how the payload is hashed follows botocore's `auth.py`.

import type { SignatureAuth } from './auth.ts';
import { addSignature } from './headerSignature.ts';
import type { HttpRequest, RequestBody } from './message.ts';
import { withQuerySignature } from './querySignature.ts';
import { ReplayableBody } from './replayableBody.ts';
import { sha256Hex, sha256OfStream } from './sha256.ts';
import type { SignOptions } from './signingKey.ts';
import { signV2 } from './sigv2.ts';

export type { SignOptions } from './signingKey.ts';

export const unsignedPayload = 'UNSIGNED-PAYLOAD';

/** The request with `authorization`, `x-amz-date` and what else its signature needs. At once unless its body is a file. */
export function signRequest(
  request: HttpRequest,
  options: SignOptions,
): HttpRequest | Promise<HttpRequest> {
  const { auth, credentials, date } = options;
  if (auth.type === 'v2') return signV2(request, credentials, date);
  const hash = contentHash(request, auth);
  return hash instanceof Promise
    ? hash.then((made) => signHashed(request, made, options))
    : signHashed(request, hash, options);
}

/** `hash` is what `x-amz-content-sha256` says, where it is sent. */
function signHashed(
  request: HttpRequest,
  hash: string | undefined,
  options: SignOptions,
): HttpRequest {
  const { auth, credentials } = options;
  const headers: Record<string, string> = { ...request.headers };
  if (hash !== undefined) headers['x-amz-content-sha256'] = hash;
  const { sessionToken } = credentials;
  // S3's directory buckets take the session's token under a name of their own.
  if (auth.type === 's3express' && sessionToken) headers['x-amz-s3session-token'] = sessionToken;
  const contentHash = hash ?? sha256Hex(plainBody(request.body) ?? '');
  addSignature(headers, request, { ...options, contentHash });
  return { ...request, headers };
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
  options: SignOptions,
): Promise<string> {
  const { createSigner } = await import('./librarySigner.ts');
  const given = { signingDate: options.date, priorSignature: previous };
  return createSigner(options).sign({ headers, payload }, given);
}

/** The request with its signature in the query. Headers that are left must be sent with it. */
export async function presignRequest(
  request: HttpRequest,
  options: SignOptions,
  expiresIn: number,
): Promise<HttpRequest> {
  const { 'x-amz-content-sha256': _, ...headers } = request.headers;
  const contentHash = options.auth.isS3
    ? unsignedPayload
    : sha256Hex(plainBody(request.body) ?? '');
  const given = { ...request, headers };
  // The library has no URLs for several regions.
  if (options.auth.type === 'v4a') {
    return withQuerySignature(given, { ...options, contentHash, expiresIn });
  }
  const { presign } = await import('./librarySigner.ts');
  return presign(given, options, { contentHash, expiresIn });
}

/** The signature of a text such as a form's policy, in hexadecimal digits. */
export async function signText(text: string, options: SignOptions): Promise<string> {
  const { createSigner } = await import('./librarySigner.ts');
  return createSigner(options).sign(text, { signingDate: options.date });
}

/** The value of `x-amz-content-sha256`; undefined where the header is not sent and the hash is only signed. */
function contentHash(
  request: HttpRequest,
  auth: SignatureAuth,
): string | undefined | Promise<string> {
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
