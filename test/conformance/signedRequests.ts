// Whole requests, down to the signature: an input and what botocore's own client signs for it. Time, keys and ids are fixed.

import { gunzipSync } from 'node:zlib';
import { Client, type PreparedRequest } from '../../src/core/client.ts';
import type { Send } from '../../src/core/http/message.ts';
import { toJson } from '../../src/core/json.ts';
import type { Catalogue } from '../../src/core/models/catalogue.ts';
import type { ProtocolName } from '../../src/core/models/model.ts';
import type { Document } from '../../src/core/protocols/protocol.ts';
import { protocolNameOf } from '../../src/core/protocols/protocols.ts';
import type { ClientSettings } from '../../src/core/settings.ts';
import type { Kind, Outcome } from './kind.ts';
import { comparableBody, comparableHeaders, comparableUrl } from './messages.ts';

export interface SignedRequestCase {
  readonly service: string;
  readonly region: string;
  readonly operation: string;
  readonly input: Document;
  readonly settings?: ClientSettings;
  readonly endpoint?: string;
  /** Why botocore does not send it. */
  readonly refused?: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it waits for the server's word before its body goes; absent where that is not compared. */
  readonly expects?: boolean;
  /** In base 64. */
  readonly body: string;
}

export const signedRequests: Kind<SignedRequestCase> = {
  title: 'signatures',
  nameOf: ({ service, region }) => `signs requests to ${service} in ${region} as botocore does`,
  describe: ({ service, operation, input }) => `${service}.${operation} ${toJson(input)}`,
  compare,
};

/** The same for what is code in botocore, with settings that matter for it. */
export const customizedRequests: Kind<SignedRequestCase> = {
  ...signedRequests,
  title: 'customizations',
  nameOf: ({ service }) => `customizes requests to ${service} as botocore does`,
  describe: ({ service, operation, region, settings, endpoint, input }) =>
    `${service}.${operation} ${toJson({ region, settings, endpoint, input })}`,
};

async function compare(catalogue: Catalogue, one: SignedRequestCase): Promise<Outcome> {
  // Checksums it has no code for, and streams of events, which its clients do not offer.
  if (/^(MissingDependency|FlexibleChecksum|NotOffered)/.test(one.refused ?? '')) return 'refused';
  const client = await clientOf(catalogue, one);
  const theirs = one.refused === undefined ? one : undefined;
  try {
    const mine = await client.prepare(one.operation, one.input);
    return theirs
      ? comparable(mine, theirs, protocolNameOf(client.service))
      : { mine: mine.url, theirs: one.refused };
  } catch (error) {
    return theirs ? { mine: String(error), theirs: one.url } : 'refused';
  }
}

interface ClientPlace {
  readonly service: string;
  readonly region: string;
  readonly settings?: ClientSettings | undefined;
  readonly endpoint?: string | undefined;
  /** Refuses to send where absent. */
  readonly send?: Send;
}

/** A client that signs at the time and with the keys of the cases. */
export async function createClient(
  catalogue: Catalogue,
  { service, region, settings, endpoint, send }: ClientPlace,
): Promise<Client> {
  return new Client({
    service: await catalogue.service(service),
    partitions: await catalogue.partitions(),
    region,
    endpoint,
    credentials: async () => ({
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    }),
    clock: () => new Date('2026-01-02T03:04:05Z'),
    send: send ?? (() => Promise.reject(new Error('nothing is sent here'))),
    settings,
  });
}

/** The same one for the same place. */
export function clientOf(
  catalogue: Catalogue,
  { service, region, settings, endpoint }: ClientPlace,
): Promise<Client> {
  const clientsByPlace = clients.get(catalogue) ?? new Map<string, Promise<Client>>();
  clients.set(catalogue, clientsByPlace);
  const place = { service, region, settings, endpoint };
  const key = JSON.stringify(place);
  const client = clientsByPlace.get(key) ?? createClient(catalogue, place);
  clientsByPlace.set(key, client);
  return client;
}

const clients = new WeakMap<Catalogue, Map<string, Promise<Client>>>();

function comparable(
  prepared: PreparedRequest,
  one: SignedRequestCase,
  format: ProtocolName,
): Outcome {
  const [sent, otherSent] = [bytesOf(prepared.body), Buffer.from(one.body, 'base64')];
  const [body, otherBody] = [plain(sent, prepared.headers), plain(otherSent, one.headers)];
  const expects = one.expects === undefined ? undefined : 'expect' in prepared.headers;
  const mine = { ...partsOf(prepared, body, format), expects };
  const theirs = { ...partsOf(one, otherBody, format), expects: one.expects };
  const isSameText = sent.equals(otherSent) && prepared.url === one.url.replace(/\?$/, '');
  return isSameText ? { mine, theirs } : { mine: unsigned(mine), theirs: unsigned(theirs) };
}

/** Compressed twice, bytes need not be the same. */
function plain(body: Buffer, headers: Readonly<Record<string, string>>): Buffer {
  return headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
}

function unsigned({ headers, signature: _, ...parts }: Parts): object {
  const kept = Object.entries(headers).filter(([name]) => !/checksum|md5|sha256/.test(name));
  return { ...parts, headers: Object.fromEntries(kept) };
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

type Parts = ReturnType<typeof partsOf>;

function partsOf(
  { method, url, headers }: Pick<SignedRequestCase, 'method' | 'url' | 'headers'>,
  body: Buffer,
  format: ProtocolName,
) {
  const kept = Object.entries(headers).filter(([name]) => !ignored.has(name));
  const { authorization = '', ...rest } = Object.fromEntries(kept);
  const [scope, signed, signature] = authorization.split(/, ?/);
  return {
    method,
    url: comparableUrl(url),
    headers: comparableHeaders(rest),
    body: comparableBody(format, body),
    scope,
    signed,
    signature,
  };
}
