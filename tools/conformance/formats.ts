// Holds the wire formats in src/core/protocols to botocore's serializers, parsers and validator.

import { Readable } from 'node:stream';
import { ServiceError } from '../../src/core/errors.ts';
import { EventStream } from '../../src/core/eventStream.ts';
import type { ReceivedResponse, RequestParts } from '../../src/core/http/message.ts';
import { toJson } from '../../src/core/json.ts';
import type { OperationModel, ProtocolName, Service } from '../../src/core/models/model.ts';
import { cborProtocol } from '../../src/core/protocols/cbor.ts';
import { eventsOf } from '../../src/core/protocols/events.ts';
import type { Document, Protocol } from '../../src/core/protocols/protocol.ts';
import { protocolOf } from '../../src/core/protocols/protocols.ts';
import { schemaOf } from '../../src/core/protocols/schema.ts';
import { validateInput } from '../../src/core/protocols/validate.ts';
import { differenceOf, type Outcome } from '../../test/conformance/kind.ts';
import {
  comparableBody,
  comparableHeaders,
  comparableUrl,
  urlOf,
} from '../../test/conformance/messages.ts';
import { plain, revive } from '../../test/conformance/values.ts';
import type { Comparison } from './comparison.ts';

interface Case {
  readonly kind: 'request' | 'alone' | 'faults' | 'response' | 'error' | 'events';
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
  readonly members?: Document | null;
  readonly frames?: readonly string[];
  readonly events?: readonly unknown[];
}

interface Asked {
  readonly protocol: Protocol;
  readonly service: Service;
  readonly operation: OperationModel;
}

const titles: Readonly<Record<Case['kind'], string>> = {
  request: 'requests',
  alone: 'requests',
  faults: 'faulty inputs',
  response: 'responses',
  error: 'errors',
  events: 'event streams',
};

export const formats: Comparison = {
  script: 'formats.py',
  options: [],
  compare: async (catalogue, given) => {
    const one = given as Case;
    const outcome = await judge(await catalogue.service(one.service), one);
    const asked = one.input ?? Buffer.from(one.body ?? '', 'base64').toString();
    return {
      title: titles[one.kind],
      format: one.protocol,
      what: `${one.service}.${one.operation} ${one.shape ?? ''} ${toJson(asked)}`,
      difference: outcome === 'refused' ? outcome : differenceOf(outcome.mine, outcome.theirs),
    };
  },
};

async function judge(service: Service, one: Case): Promise<Outcome> {
  const operation = service.operations[one.operation];
  if (operation === undefined) throw new Error(`the catalogue has no ${one.operation}`);
  const protocol = one.protocol === 'smithy-rpc-v2-cbor' ? cborProtocol : protocolOf(service);
  const asked = { protocol, service, operation };
  try {
    return await comparers[one.kind](asked, one);
  } catch (error) {
    return one.refused ? 'refused' : { mine: String(error), theirs: one.output ?? one.url };
  }
}

const comparers: Readonly<
  Record<Case['kind'], (asked: Asked, one: Case) => Outcome | Promise<Outcome>>
> = {
  request: compareRequest,
  alone: compareRequest,
  faults: compareFaults,
  response: compareResponse,
  error: compareError,
  events: compareEvents,
};

function compareRequest({ protocol, service, operation }: Asked, one: Case): Outcome {
  const input = one.input ?? {};
  const faults = validateInput(service, operation, input);
  if (one.refused) {
    const isValidation = one.refused.startsWith('ParamValidation');
    return isValidation && faults.length === 0
      ? { mine: 'nothing wrong', theirs: one.refused }
      : 'refused';
  }
  if (faults.length > 0) return { mine: faults, theirs: [] };
  const { method, url, headers, body } = one;
  const mine = protocol.buildRequest(service, operation, input);
  return {
    mine: comparable(one.protocol, { ...mine, url: urlOf(mine), body: bytesOf(mine.body) }),
    theirs: comparable(one.protocol, {
      method: method ?? '',
      url: url ?? '',
      headers,
      body: Buffer.from(body, 'base64'),
    }),
  };
}

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

function comparable(format: ProtocolName, { method, url, headers, body }: Sent) {
  return {
    method,
    url: comparableUrl(url),
    headers: comparableHeaders(headers),
    body: comparableBody(format, body),
  };
}

function bytesOf(body: RequestParts['body']): Uint8Array {
  if (body === undefined) return Buffer.alloc(0);
  if (typeof body === 'string') return Buffer.from(body);
  return body instanceof Uint8Array ? body : Buffer.from('(stream)');
}

/** By number: the words differ. */
function compareFaults({ service, operation }: Asked, one: Case): Outcome {
  const mine = validateInput(service, operation, one.input);
  if (one.refused) return 'refused';
  const theirs = one.faults ?? [];
  if (mine.length === theirs.length) return { mine: [], theirs: [] };
  const inWords = mine.map(({ path, message }) => `${path.join('.')} ${message}`);
  return { mine: inWords.join('; '), theirs: theirs.map((fault) => fault.join(' ')).join('; ') };
}

function compareResponse({ protocol, service, operation }: Asked, one: Case): Outcome {
  const output = protocol.parseOutput(service, operation, received(one));
  if (one.refused || holdsElement(one.output)) return 'refused';
  const schema = operation.output && schemaOf(service, operation.output);
  const payload = schema?.traits.payload ?? '';
  // botocore gives raw bytes as text.
  const raw = schema?.members.get(payload)?.type === 'blob' ? payload : '';
  const { [raw]: _mine, ...mine } = output;
  const { [raw]: _theirs, ...theirs } = one.output ?? {};
  // botocore adds this one in a handler, outside its parser.
  const { ExpiresString: _expires, ...compared } = mine;
  return { mine: plain(compared), theirs: plain(revive(theirs)) };
}

function compareError({ protocol, service, operation }: Asked, one: Case): Outcome {
  const { code, message, members } = protocol.parseError(service, operation, received(one));
  if (one.refused || holdsElement(one.members)) return 'refused';
  const error = one.output?.Error as { readonly Code?: string; readonly Message?: string };
  if (!error?.Code) return 'refused';
  const mine = { code, message, members: one.members ? plain(members) : {} };
  // Without a code, the words of the status are the message here.
  const words = error.Code === String(one.status) ? message : '';
  const theirs = { code: error.Code, message: error.Message || words };
  return { mine, theirs: { ...theirs, members: plain(revive(one.members ?? {})) } };
}

async function compareEvents({ protocol, service, operation }: Asked, one: Case): Promise<Outcome> {
  const found = operation.output && eventsOf(schemaOf(service, operation.output));
  if (!found || !protocol.events) throw new Error('it has no events');
  const mine: unknown[] = [];
  for (const frame of one.frames ?? []) {
    const stream = new EventStream({
      body: Readable.from([Buffer.from(frame, 'base64')], { objectMode: false }),
      events: found[1],
      holdsSecrets: false,
      format: protocol.events,
      where: {},
      statusCode: 200,
      requestId: undefined,
      contentType: undefined,
      isRetryable: () => false,
      signal: undefined,
    });
    mine.push(await readAll(stream));
  }
  return { mine: plain(mine), theirs: plain(revive(one.events)) };
}

async function readAll(stream: EventStream): Promise<unknown> {
  const events: Document[] = [];
  try {
    for await (const event of stream) events.push(event);
    return events;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { error: { Code: error.code, Message: error.serviceMessage } };
  }
}

function received(one: Case): ReceivedResponse {
  const headers = Object.entries(one.headers).map(([name, value]) => [name.toLowerCase(), value]);
  return {
    statusCode: one.status ?? 200,
    headers: Object.fromEntries(headers),
    body: new Uint8Array(Buffer.from(one.body, 'base64')),
  };
}

/** Where a member came twice, botocore leaves XML elements in the output. */
function holdsElement(value: unknown): boolean {
  if (value === '$element') return true;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsElement);
}
