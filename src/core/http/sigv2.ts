// Signature version 2, which SimpleDB still wants: the fields of the form are signed, and the signature is one more field.
// https://docs.aws.amazon.com/general/latest/gr/signature-version-2.html

import { createHmac } from 'node:crypto';
import type { Credentials } from '../credentials/credentials.ts';
import { escapeUri } from './address.ts';
import type { HttpRequest } from './message.ts';

export function signV2(
  request: HttpRequest,
  { accessKeyId, secretAccessKey, sessionToken }: Credentials,
  date: Date,
): HttpRequest {
  const body = typeof request.body === 'string' ? request.body : '';
  const fields = new URLSearchParams(body);
  fields.set('AWSAccessKeyId', accessKeyId);
  fields.set('SignatureVersion', '2');
  fields.set('SignatureMethod', 'HmacSHA256');
  fields.set('Timestamp', `${date.toISOString().slice(0, -5)}Z`);
  if (sessionToken) fields.set('SecurityToken', sessionToken);
  const { method, path, headers } = request;
  const text = [method, headers.host ?? request.hostname, path, canonical(fields)].join('\n');
  fields.set('Signature', createHmac('sha256', secretAccessKey).update(text).digest('base64'));
  return { ...request, body: written(fields) };
}

/** By the bytes of the names. */
function canonical(fields: URLSearchParams): string {
  const pairs = [...fields].map(([name, value]) => `${escapeUri(name)}=${escapeUri(value)}`);
  return pairs.sort().join('&');
}

function written(fields: URLSearchParams): string {
  return [...fields].map((pair) => pair.map(escapeUri).join('=')).join('&');
}
