// What a signature of version 4 is over: a request in its canonical form.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html

import { escapeUri } from './address.ts';
import type { HttpRequest, Query } from './message.ts';

export interface CanonicalParts {
  readonly headers: Readonly<Record<string, string>>;
  /** Names of headers, sorted. */
  readonly names: readonly string[];
  readonly query: Query;
  /** Of the payload, or what stands for it. */
  readonly contentHash: string;
  /** S3 signs the path as it is. */
  readonly keepsPath: boolean;
}

export function canonicalRequest(
  { method, path }: HttpRequest,
  { headers, names, query, contentHash, keepsPath }: CanonicalParts,
): string {
  let lines = '';
  for (const name of names) lines += `${name}:${canonicalValue(headers[name] ?? '')}\n`;
  const plain = keepsPath ? path : canonicalPath(path);
  return `${method}\n${plain}\n${canonicalQuery(query)}\n${lines}\n${names.join(';')}\n${contentHash}`;
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

/** The names of the headers that are signed, sorted. */
export function signedNames(headers: Readonly<Record<string, string>>): string[] {
  const names: string[] = [];
  for (const name in headers) {
    if (!isSigned(name)) continue;
    // So few are sorted soonest by hand.
    let at = names.push(name) - 1;
    for (; at > 0 && name < (names[at - 1] ?? ''); at -= 1) names[at] = names[at - 1] ?? '';
    names[at] = name;
  }
  return names;
}

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
