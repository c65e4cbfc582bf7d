// Signature version 4 in headers, as every call but a presigned one carries it. It is made here and not by the library,
// because it is made for each attempt: without promises and with few copies it costs a tenth.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html

import type { Credentials } from '../credentials/credentials.ts';
import { escapeUri } from './address.ts';
import type { SignatureAuth } from './auth.ts';
import type { HttpRequest, Query } from './message.ts';
import { HmacKey, sha256Hex } from './sha256.ts';

const algorithm = 'AWS4-HMAC-SHA256';

export interface HeaderSigning {
  readonly auth: SignatureAuth;
  readonly credentials: Credentials;
  readonly date: Date;
  /** Of the payload, or what stands for it. */
  readonly contentHash: string;
}

/** The headers with `x-amz-date`, the session's token and `authorization`. */
export function withSignature(
  request: HttpRequest,
  given: Readonly<Record<string, string>>,
  { auth, credentials, date, contentHash }: HeaderSigning,
): Record<string, string> {
  const time = basicForm(date);
  const { authorization: _, date: __, ...kept } = given;
  const headers: Record<string, string> = kept;
  headers['x-amz-date'] = time;
  if (credentials.sessionToken && auth.type === 'v4') {
    headers['x-amz-security-token'] = credentials.sessionToken;
  }
  const names = Object.keys(headers).filter(isSigned).sort();
  const scope = `${time.slice(0, 8)}/${auth.region}/${auth.service}/aws4_request`;
  const lines = names.map((name) => `${name}:${canonicalValue(headers[name] ?? '')}\n`).join('');
  const path = auth.isS3 ? request.path : canonicalPath(request.path);
  const signed = names.join(';');
  const canonical = `${request.method}\n${path}\n${canonicalQuery(request.query)}\n${lines}\n${signed}\n${contentHash}`;
  const text = `${algorithm}\n${time}\n${scope}\n${sha256Hex(canonical)}`;
  const signature = signingKey(credentials, scope).sign(text);
  headers.authorization = `${algorithm} Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
  return headers;
}

/** `20240501T102030Z` */
function basicForm(date: Date): string {
  const text = date.toISOString();
  return `${text.slice(0, 4)}${text.slice(5, 7)}${text.slice(8, 13)}${text.slice(14, 16)}${text.slice(17, 19)}Z`;
}

/** What proxies and connections change on the way. */
const unsigned: ReadonlySet<string> = new Set([
  'connection',
  'expect',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'x-amzn-trace-id',
]);

function isSigned(name: string): boolean {
  return !unsigned.has(name) && !name.startsWith('proxy-') && !name.startsWith('sec-');
}

function canonicalValue(value: string): string {
  if (!/[\r\n\t]| {2}|^ | $/.test(value)) return value;
  return value.replace(/[\r\n\t ]+/g, ' ').replace(/^ | $/g, '');
}

/** Without empty and dot segments, and escaped once more. */
function canonicalPath(path: string): string {
  if (path === '/') return path;
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(escapeUri(segment));
  }
  const end = segments.length > 0 && path.endsWith('/') ? '/' : '';
  return `${path.startsWith('/') ? '/' : ''}${segments.join('/')}${end}`;
}

/** Sorted by name, then value; a name without value counts as one with an empty value. */
function canonicalQuery(query: Query): string {
  const names = Object.keys(query);
  if (names.length === 0) return '';
  const byName = new Map(names.map((name) => [escapeUri(name), query[name] ?? '']));
  return [...byName.keys()]
    .sort()
    .flatMap((name) => canonicalPairs(name, byName.get(name) ?? ''))
    .join('&');
}

function canonicalPairs(name: string, value: string | readonly string[]): readonly string[] {
  if (typeof value === 'string') return [`${name}=${escapeUri(value)}`];
  return value.map((one) => `${name}=${escapeUri(one)}`).sort();
}

/** A key for a day, a region and a service, derived from the secret one at the first request of them. */
function signingKey(credentials: Credentials, scope: string): HmacKey {
  const keys = keysByCredentials.get(credentials) ?? new Map<string, HmacKey>();
  keysByCredentials.set(credentials, keys);
  const known = keys.get(scope);
  if (known) return known;
  let key: Uint8Array = Buffer.from(`AWS4${credentials.secretAccessKey}`);
  for (const part of scope.split('/')) key = new HmacKey(key).digest(part);
  const derived = new HmacKey(key);
  if (keys.size >= mostKeys) keys.clear();
  keys.set(scope, derived);
  return derived;
}

const mostKeys = 50;
const keysByCredentials = new WeakMap<Credentials, Map<string, HmacKey>>();
