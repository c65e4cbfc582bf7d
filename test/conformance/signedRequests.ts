// Whole requests, ours and botocore's, brought to one form.

import { isDeepStrictEqual } from 'node:util';
import type { Client, PreparedRequest } from '../../src/core/client.ts';
import { parseJson } from '../../src/core/json.ts';
import type { Partitions, Service } from '../../src/core/models/model.ts';
import type { Document } from '../../src/core/protocols/protocol.ts';

/** An input and the request botocore signs for it, as tools/conformance/requests.py prints it. */
export interface RequestCase {
  readonly service: string;
  readonly region: string;
  readonly operation: string;
  readonly input: Document;
  /** Why botocore does not send it. */
  readonly refused?: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The options of a client that signs at the time and with the keys of the cases. */
export function optionsOf(service: Service, partitions: Partitions, region: string) {
  return {
    service,
    partitions,
    region,
    credentials: async () => ({
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    }),
    clock: () => new Date('2026-01-02T03:04:05Z'),
    send: () => Promise.reject(new Error('nothing is sent here')),
  };
}

export interface Difference {
  readonly at: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** undefined where both ask for the same, down to the signature. */
export async function differenceOf(
  client: Client,
  one: RequestCase,
): Promise<Difference | undefined> {
  const prepared = await client.prepare(one.operation, one.input);
  const body = bytesOf(prepared.body);
  const otherBody = Buffer.from(one.body, 'base64');
  const mine = comparable(prepared, body);
  const theirs = comparable(one, otherBody);
  for (const [at, value] of Object.entries(mine)) {
    if (isDeepStrictEqual(value, theirs[at])) continue;
    // Another order of the same members is another text to sign.
    if (at === 'signature' && !body.equals(otherBody)) continue;
    return { at, mine: value, theirs: theirs[at] };
  }
  return undefined;
}

function bytesOf(body: PreparedRequest['body']): Buffer {
  if (typeof body === 'string') return Buffer.from(body);
  return body instanceof Uint8Array ? Buffer.from(body) : Buffer.alloc(0);
}

/** What names the sender, and what both leave to the HTTP library. */
const ignored: ReadonlySet<string> = new Set([
  'user-agent',
  'amz-sdk-invocation-id',
  'amz-sdk-request',
  'content-length',
  'host',
  'expect',
]);

function comparable(
  { method, url, headers }: Pick<RequestCase, 'method' | 'url' | 'headers'>,
  body: Buffer,
): Readonly<Record<string, unknown>> {
  const kept = Object.entries(headers).filter(([name]) => !ignored.has(name));
  const { authorization = '', ...rest } = Object.fromEntries(kept);
  const [scope, signed, signature] = authorization.split(/, ?/);
  return {
    method,
    // botocore keeps the question mark of an empty list.
    url: url.replace(/\?$/, ''),
    headers: rest,
    body: bodyOf(body),
    scope,
    signed,
    signature,
  };
}

/** JSON as a value, a form as its sorted fields, all else as text. */
function bodyOf(body: Buffer): unknown {
  try {
    return parseJson(body.toString());
  } catch {
    const text = body.toString('latin1');
    return text.startsWith('Action=') ? text.replaceAll('+', '%20').split('&').sort() : text;
  }
}
