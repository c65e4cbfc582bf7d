// Holds whole requests to botocore's: what `Client.prepare` makes of every operation, down to the signature.
//
//   node tools/conformance/requests.ts [--show N] [--seed N] [--region R] [--all] [service ...]

import { isDeepStrictEqual } from 'node:util';
import { Client, type PreparedRequest } from '../../src/core/client.ts';
import { parseJson, toJson } from '../../src/core/json.ts';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import type { Document } from '../../src/core/protocols/protocol.ts';
import { casesOf, Report, readArguments } from './python.ts';

interface RequestCase {
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

/** What names the sender, what both leave to the HTTP library, and what undici does not let be said. */
const ignored = new Set([
  'user-agent',
  'amz-sdk-invocation-id',
  'amz-sdk-request',
  'content-length',
  'host',
  'expect',
]);

const { show, passed } = readArguments(process.argv.slice(2));
const report = new Report(show);
const catalogue = openCatalogue({ searchPath: [] });
const partitions = await catalogue.partitions();
let client: Client | undefined;

for await (const line of casesOf('requests.py', passed)) {
  const one = line as RequestCase;
  if (client?.service.id !== one.service) client = await clientOf(one);
  const protocol = client.service.metadata.protocols?.[0] ?? client.service.metadata.protocol;
  const difference = await compare(client, one);
  report.add(`signed    ${protocol}`, difference, `${one.service}.${one.operation}`);
}
report.print();

async function clientOf({ service, region }: RequestCase): Promise<Client> {
  return new Client({
    service: await catalogue.service(service),
    partitions,
    region,
    credentials: async () => ({
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    }),
    clock: () => new Date('2026-01-02T03:04:05Z'),
    send: () => Promise.reject(new Error('nothing is sent here')),
  });
}

async function compare(asked: Client, one: RequestCase): Promise<string | undefined> {
  let prepared: PreparedRequest;
  try {
    prepared = await asked.prepare(one.operation, one.input);
  } catch (error) {
    return one.refused ? 'refused' : `${String(error)} here, ${one.url} in botocore`;
  }
  if (one.refused) return `${prepared.url} here, ${one.refused} in botocore`;
  const body = Buffer.from((prepared.body ?? '') as string | Uint8Array);
  const otherBody = Buffer.from(one.body, 'base64');
  const mine = comparable(prepared, body);
  const theirs = comparable(one, otherBody);
  for (const [name, value] of Object.entries(mine)) {
    const other = theirs[name];
    if (isDeepStrictEqual(value, other)) continue;
    // Another order of the same members is another text to sign.
    if (name === 'signature' && !body.equals(otherBody)) continue;
    return `${name}: ${short(value)} here, ${short(other)} in botocore\n  ${toJson(one.input)}`;
  }
  return undefined;
}

function comparable(
  { method, url, headers }: Pick<RequestCase, 'method' | 'url' | 'headers'>,
  body: Buffer,
): Readonly<Record<string, unknown>> {
  const kept = Object.entries(headers).filter(([name]) => !ignored.has(name));
  const { authorization = '', ...rest } = Object.fromEntries(kept);
  const parts = authorization.split(/, ?/);
  return {
    method,
    // botocore keeps the question mark of an empty list.
    url: url.replace(/\?$/, ''),
    headers: rest,
    body: bodyOf(body),
    scope: parts[0],
    signed: parts[1],
    signature: parts[2],
  };
}

function bodyOf(body: Buffer): unknown {
  try {
    return parseJson(body.toString());
  } catch {
    const text = body.toString('latin1');
    return text.startsWith('Action=') ? text.replaceAll('+', '%20').split('&').sort() : text;
  }
}

function short(value: unknown): string {
  return (toJson(value) ?? 'nothing').slice(0, 700);
}
