// Requests, ours and botocore's, brought to one form: Python and JavaScript write the same numbers differently.

import { cbor } from '@smithy/core/cbor';
import type { RequestParts } from '../../src/core/http/message.ts';
import { parseJson } from '../../src/core/json.ts';
import type { ProtocolName } from '../../src/core/models/model.ts';
import { percentEncode } from '../../src/core/protocols/escape.ts';

/** The path and query without the leading slash, as botocore prints them. */
export function urlOf(request: RequestParts): string {
  const pairs = Object.entries(request.query).flatMap(([name, value]) =>
    value === null
      ? [percentEncode(name)]
      : [value].flat().map((item) => `${percentEncode(name)}=${percentEncode(item)}`),
  );
  return request.path.slice(1) + (pairs.length > 0 ? `?${pairs.join('&')}` : '');
}

export function comparableUrl(url: string): string {
  // botocore keeps the mark before an empty list.
  return withPlainNumbers(url.replace(/[?&]$/, ''));
}

export function comparableHeaders(
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(headers).map(([name, value]) => [name, comparableHeader(value)]);
  return Object.fromEntries(entries);
}

/** JSON and CBOR as values, forms as their fields, XML as text. */
export function comparableBody(format: ProtocolName, body: Uint8Array): unknown {
  if (body.length === 0) return '';
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (format === 'smithy-rpc-v2-cbor') return comparableValue(cbor.deserialize(bytes));
  const text = bytes.toString();
  if (format === 'rest-xml') return comparableXml(text);
  if (format === 'query' || format === 'ec2') return comparableForm(text);
  try {
    return comparableValue(parseJson(text));
  } catch {
    return bytes.toString('base64');
  }
}

/** botocore leaves a carriage return as it is, which every reader takes for a line feed. */
function comparableXml(text: string): string {
  return withPlainNumbers(text.replaceAll('&#xD;', '\r'));
}

function comparableForm(text: string): unknown {
  const fields = [...new URLSearchParams(text)].map(([name, value]) => `${name}=${value}`);
  return fields.map(withPlainNumbers).sort();
}

/** Header JSON decoded. */
function comparableHeader(value: string): unknown {
  if (!/^eyJ[\w+/]+=*$/.test(value)) return withPlainNumbers(value);
  try {
    return comparableValue(parseJson(Buffer.from(value, 'base64').toString()));
  } catch {
    return value;
  }
}

/** Minus zero is zero, and the order of members counts for nothing. */
function comparableValue(value: unknown): unknown {
  if (value === 0) return 0;
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(comparableValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, comparableValue(item)]),
  );
}

/** The numbers of a URL, a header, a field or XML as JavaScript writes them, not `1e-07` and `5.0`. */
export function withPlainNumbers(text: string): string {
  return text.replace(/(?<=[>=/?,]|^)-?[\d.]+(?:e(?:[+-]|%2B)?\d+)?(?=[</&,]|$)/g, plainNumber);
}

/** What may be an id of digits stays. */
function plainNumber(text: string): string {
  const plain = text.replace('%2B', '+');
  if (!/[.e]/.test(plain) && plain.length < 16) return text;
  const value = Number(plain);
  return Number.isFinite(value) && /\d/.test(plain) ? String(value) : text;
}
