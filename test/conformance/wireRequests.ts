// What is sent, of cases made by hand.

import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { cbor } from '@smithy/core/cbor';
import { ParamValidationError } from '../../src/core/errors.ts';
import { parseJson } from '../../src/core/json.ts';
import type { Catalogue } from '../../src/core/models/catalogue.ts';
import type { Document } from '../../src/core/protocols/protocol.ts';
import { protocolNameOf } from '../../src/core/protocols/protocols.ts';
import type { Kind, Outcome } from './kind.ts';
import { createClient } from './signedRequests.ts';
import { plain } from './values.ts';

export interface WireRequest {
  /** POST where absent. */
  readonly method?: string;
  /** Without a host where that is the usual one; `/` where absent. */
  readonly url?: string;
  /** Beside the common ones of the file; `null` takes one of those away. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** At most one of these; none where there is no body. */
  readonly text?: string;
  readonly json?: unknown;
  /** The fields in their order, unescaped. */
  readonly form?: readonly string[];
  readonly cbor?: unknown;
  readonly base64?: string;
}

export interface WireRequestCase {
  readonly service: string;
  readonly common: Readonly<Record<string, string>> | undefined;
  /** Finishes the sentence "it ...". */
  readonly name: string;
  readonly operation: string;
  readonly input?: Document;
  readonly sends?: WireRequest;
  /** The members with faults, where nothing is sent. */
  readonly refuses?: readonly string[];
  /** What botocore does instead: parts of a request, or nothing at all. */
  readonly botocore?: WireRequest | 'refuses';
}

export const wireRequests: Kind<WireRequestCase> = {
  title: 'hand-made requests',
  nameOf: ({ service, name }) => `${name} (${service})`,
  describe: ({ name }) => name,
  compare,
};

/** Both sides compress what has so many bytes. */
export const settings = { requestMinCompressionSizeBytes: 200 };

async function compare(catalogue: Catalogue, one: WireRequestCase): Promise<Outcome> {
  const client = await createClient(catalogue, {
    service: one.service,
    region: 'us-east-1',
    settings,
  });
  try {
    const { body, ...sent } = await client.prepare(one.operation, one.input ?? {});
    const bytes = body instanceof Readable ? Buffer.concat(await body.toArray()) : body;
    const format = protocolNameOf(client.service);
    const mine = partsOf({ ...sent, body: Buffer.from(bytes ?? '') }, formOf(one.sends, format));
    return { mine, theirs: one.refuses ? { refuses: one.refuses } : expectedOf(one) };
  } catch (error) {
    if (!(error instanceof ParamValidationError)) throw error;
    const refuses = error.faults.map((fault) => fault.path.join('.'));
    return { mine: { refuses }, theirs: one.refuses ? { refuses: one.refuses } : expectedOf(one) };
  }
}

/** In what form a body is compared: that of the case. */
export type BodyForm = 'text' | 'json' | 'form' | 'cbor' | 'base64';

const forms: readonly BodyForm[] = ['text', 'json', 'form', 'cbor', 'base64'];

const formsByFormat: Readonly<Record<string, BodyForm>> = {
  json: 'json',
  'rest-json': 'json',
  'rest-xml': 'text',
  query: 'form',
  ec2: 'form',
  'smithy-rpc-v2-cbor': 'cbor',
};

export function formOf(request: WireRequest | undefined, format: string): BodyForm {
  return forms.find((form) => request?.[form] !== undefined) ?? formsByFormat[format] ?? 'text';
}

/** What the case says is sent, its defaults filled in. */
export function expectedOf(one: WireRequestCase): object {
  const { method = 'POST', url = '/', headers, ...body } = one.sends ?? {};
  const common = Object.entries(one.common ?? {}).map(([name, value]) => [
    name,
    value.replace('{operation}', one.operation),
  ]);
  const all = Object.entries({ ...Object.fromEntries(common), ...headers });
  return {
    method,
    url,
    headers: Object.fromEntries(all.filter(([, value]) => value !== null)),
    ...body,
  };
}

export interface SentMessage {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A message as a case has it. Ids made up for it are all the same. */
export function partsOf({ method, url, headers, body }: SentMessage, form: BodyForm): object {
  const kept = Object.entries(headers).filter(([name]) => !ofSender.test(name));
  const whole = headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
  const read = whole.length === 0 ? {} : { [form]: readers[form](whole) };
  return withFixedIds({
    method,
    url: url.replace(/^https:\/\/conformance\.us-east-1\.example\.com(?=\/)/, ''),
    headers: Object.fromEntries(kept),
    ...read,
  }) as object;
}

const ofSender =
  /^(user-agent|amz-sdk-.*|content-length|host|expect|authorization|x-amz-date|x-amz-content-sha256)$/;

const readers: Readonly<Record<BodyForm, (body: Buffer) => unknown>> = {
  text: (body) => body.toString(),
  json: (body) => parseJson(body.toString()),
  form: (body) => [...new URLSearchParams(body.toString())].map((field) => field.join('=')),
  cbor: (body) => plain(cbor.deserialize(body)),
  base64: (body) => body.toString('base64'),
};

const anyId = /[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}/g;

function withFixedIds(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replace(anyId, '00000000-0000-4000-8000-000000000000');
  if (Array.isArray(value)) return value.map(withFixedIds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withFixedIds(item)]),
  );
}
