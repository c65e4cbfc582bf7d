// Holds the wire formats in src/core/protocols to botocore: feeds them the cases that cases.py makes and prints one line
// a format, and with `--show N` the first N differences.
//
//   node tools/conformance/compare.ts [--show N] [--seed N] [service ...]

import { isDeepStrictEqual } from 'node:util';
import { cbor } from '@smithy/core/cbor';
import type { ReceivedResponse, RequestParts } from '../../src/core/http/message.ts';
import { parseJson } from '../../src/core/json.ts';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import type { OperationModel, ProtocolName, Service } from '../../src/core/models/model.ts';
import { cborProtocol } from '../../src/core/protocols/cbor.ts';
import { percentEncode } from '../../src/core/protocols/escape.ts';
import type { Document, Protocol } from '../../src/core/protocols/protocol.ts';
import { protocolOf } from '../../src/core/protocols/protocols.ts';
import { schemaOf } from '../../src/core/protocols/schema.ts';
import { validateInput } from '../../src/core/protocols/validate.ts';
import { casesOf, Report, readArguments } from './python.ts';

interface Case {
  readonly kind: 'request' | 'faults' | 'response' | 'error' | 'excluded';
  readonly service: string;
  readonly protocol: ProtocolName;
  readonly operation: string;
  readonly shape?: string;
  /** Why botocore itself does not take the case. */
  readonly refused?: string | null;
  readonly input?: Document;
  /** Kind and place of each, as botocore names them. */
  readonly faults?: readonly (readonly [string, string])[];
  readonly method?: string;
  readonly url?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly status?: number;
  readonly output?: Document;
  readonly members?: Document;
}

const { show, passed } = readArguments(process.argv.slice(2));
const report = new Report(show);
const catalogue = openCatalogue({ searchPath: [] });
const excluded = new Set<string>();

for await (const line of casesOf('cases.py', passed)) {
  const one = line as Case;
  if (one.kind === 'excluded') {
    excluded.add(`${one.service}.${one.operation}`);
    continue;
  }
  const difference = compare(await catalogue.service(one.service), one);
  const what = `${one.service}.${one.operation} ${one.shape ?? ''}`;
  report.add(`${one.kind.padEnd(9)} ${one.protocol}`, difference, what);
}
report.print();
console.log(`not compared, for they stream events: ${[...excluded].join(', ') || 'none'}`);

/** `undefined` where both do the same; otherwise what differs. */
function compare(service: Service, one: Case): string | undefined {
  const operation = service.operations[one.operation];
  if (operation === undefined) return 'the catalogue has no such operation';
  const protocol = one.protocol === 'smithy-rpc-v2-cbor' ? cborProtocol : protocolOf(service);
  try {
    if (one.kind === 'request') return compareRequest(protocol, service, operation, one);
    if (one.kind === 'faults') return compareFaults(service, operation, one);
    if (one.kind === 'response') return compareResponse(protocol, service, operation, one);
    return compareError(protocol, service, operation, one);
  } catch (error) {
    if (one.refused) return undefined;
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function compareRequest(
  protocol: Protocol,
  service: Service,
  operation: OperationModel,
  one: Case,
): string | undefined {
  const faults = validateInput(service, operation, one.input ?? {});
  if (one.refused) {
    const isValidation = one.refused.startsWith('ParamValidation');
    return isValidation && faults.length === 0 ? `botocore: ${one.refused}` : 'refused';
  }
  if (faults.length > 0) return `refused: ${JSON.stringify(faults[0])}`;
  const request = protocol.buildRequest(service, operation, one.input ?? {});
  const mine = {
    method: request.method,
    url: urlOf(request),
    headers: request.headers,
    body: bodyOf(one, request.body === undefined ? Buffer.alloc(0) : toBuffer(request.body)),
  };
  const theirs = {
    method: one.method,
    url: one.url?.replace(/\?$/, ''),
    headers: one.headers,
    body: bodyOf(one, Buffer.from(one.body, 'base64')),
  };
  return differenceOf(normal(mine), normal(theirs));
}

/** By number: the words differ. */
function compareFaults(service: Service, operation: OperationModel, one: Case): string | undefined {
  const mine = validateInput(service, operation, one.input);
  if (mine.length === one.faults?.length) return undefined;
  return `${JSON.stringify(mine)} here, ${JSON.stringify(one.faults)} in botocore`;
}

function urlOf(request: RequestParts): string {
  const pairs = Object.entries(request.query).flatMap(([name, value]) =>
    value === null
      ? [name]
      : [value].flat().map((item) => `${percentEncode(name)}=${percentEncode(item)}`),
  );
  return request.path.slice(1) + (pairs.length > 0 ? `?${pairs.join('&')}` : '');
}

function toBuffer(body: NonNullable<RequestParts['body']>): Buffer {
  if (typeof body === 'string') return Buffer.from(body);
  return body instanceof Uint8Array ? Buffer.from(body) : Buffer.from('(stream)');
}

/** JSON and CBOR are compared as values, all else as text. */
function bodyOf(one: Case, body: Buffer): unknown {
  if (body.length === 0) return '';
  if (one.protocol === 'smithy-rpc-v2-cbor') return cbor.deserialize(body);
  const text = body.toString();
  if (one.protocol !== 'json' && one.protocol !== 'rest-json') return text;
  try {
    return parseJson(text);
  } catch {
    return body.toString('base64');
  }
}

function compareResponse(
  protocol: Protocol,
  service: Service,
  operation: OperationModel,
  one: Case,
): string | undefined {
  const output = protocol.parseOutput(service, operation, received(one));
  if (one.refused || holdsElement(one.output)) return 'refused';
  const payload = operation.output && schemaOf(service, operation.output);
  const raw = payload?.members.get(payload.traits.payload ?? '')?.type === 'blob';
  const { [raw ? (payload?.traits.payload ?? '') : '']: _mine, ...mine } = output;
  const { [raw ? (payload?.traits.payload ?? '') : '']: _theirs, ...theirs } = one.output ?? {};
  // botocore adds this one in a handler, outside its parser.
  const { ExpiresString: _expires, ...compared } = mine;
  return differenceOf(normal(compared), normal(theirs));
}

function compareError(
  protocol: Protocol,
  service: Service,
  operation: OperationModel,
  one: Case,
): string | undefined {
  const parts = protocol.parseError(service, operation, received(one));
  if (one.refused || holdsElement(one.members)) return 'refused';
  const error = one.output?.Error as { readonly Code: string; readonly Message: string };
  const mine = { code: parts.code, message: parts.message, members: parts.members };
  const theirs = { code: error.Code, message: error.Message ?? '', members: one.members };
  return differenceOf(normal(mine), normal(theirs));
}

function received(one: Case): ReceivedResponse {
  const headers = Object.entries(one.headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    statusCode: one.status ?? 200,
    headers: Object.fromEntries(headers),
    body: new Uint8Array(Buffer.from(one.body, 'base64')),
  };
}

function holdsElement(value: unknown): boolean {
  return JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? 0 : item))?.includes(
    '"$element"',
  );
}

/** Brings both sides to one form: dates in whole milliseconds, bytes as numbers, header JSON decoded. */
function normal(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== 'object' || value === null) return normalText(value);
  const entries = Object.entries(value);
  const [[key, item] = ['', undefined]] = entries;
  if (key === '$date') return { $date: Math.round(Number(item) / 1000) };
  return Object.fromEntries(entries.map(([name, member]) => [name, normal(member)]).sort());
}

function normalText(value: unknown): unknown {
  if (
    typeof value !== 'string' ||
    !value.startsWith('eyJrIjog') === !value.startsWith('eyJrIjpb')
  ) {
    return value;
  }
  return parseJson(Buffer.from(value, 'base64').toString());
}

function differenceOf(mine: unknown, theirs: unknown, at = ''): string | undefined {
  if (isDeepStrictEqual(mine, theirs)) return undefined;
  if (!isRecord(mine) || !isRecord(theirs)) {
    return `${at}: ${text(mine)} here, ${text(theirs)} in botocore`;
  }
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const found = differenceOf(mine[key], theirs[key], `${at}.${key}`);
    if (found !== undefined) return found;
  }
  return `${at}: they differ`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string {
  const json = JSON.stringify(value, (_key, item) =>
    typeof item === 'bigint' ? `${item}n` : item,
  );
  return (json ?? 'nothing').slice(0, 400);
}
