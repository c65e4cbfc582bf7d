// The events of a stream as values: `{ Records: { Payload } }`, named by the event, as botocore gives and takes them.
// What a payload looks like inside is the wire format's own.

import type { Service } from '../models/model.ts';
import type { EventMessage, HeaderValue, TypedHeader, TypedMessage } from './eventFrames.ts';
import type { Document, ErrorParts } from './protocol.ts';
import { toBytes } from './scalars.ts';
import { eventStreamMember, type Schema, schemaOf } from './schema.ts';
import { parseTimestamp } from './timestamps.ts';

/** What a wire format knows of streams of events. */
export interface EventFormat {
  /** True where the output's other members come in the stream's first message, false where they are headers. */
  readonly opensWithResponse: boolean;
  /** Of a payload that is a structure. */
  readonly contentType: string;
  read(schema: Schema, payload: Uint8Array): Document;
  /** The members of a modelled error. */
  readError(schema: Schema, payload: Uint8Array): Document;
  write(schema: Schema, value: unknown): string | Uint8Array;
}

/** One message of an output's stream. */
export type ReadMessage =
  | { readonly kind: 'event'; readonly event: Document }
  /** The members of the output beside the stream, unread. */
  | { readonly kind: 'response'; readonly payload: Uint8Array }
  | { readonly kind: 'error'; readonly error: ErrorParts; readonly statusCode: number | undefined }
  /** An event newer than the model; botocore passes over them as well. */
  | { readonly kind: 'unknown' };

/** The schema of an output's or input's stream of events; undefined where it has none. */
export function eventsOf(schema: Schema): readonly [member: string, events: Schema] | undefined {
  const member = eventStreamMember(schema);
  const events = member === undefined ? undefined : schema.members.get(member);
  return member === undefined || events === undefined ? undefined : [member, events];
}

/** `events` is the union of events. Throws for a payload that does not fit it. */
export function readMessage(
  events: Schema,
  { headers, payload }: EventMessage,
  format: EventFormat,
): ReadMessage {
  const type = headers[':message-type'];
  if (type === 'exception') return readException(events, { headers, payload }, format);
  if (type === 'error') return { kind: 'error', error: unmodelled(headers), statusCode: undefined };
  const name = String(headers[':event-type'] ?? '');
  if (name === 'initial-response') return { kind: 'response', payload };
  const schema = events.members.get(name);
  if (schema === undefined) return { kind: 'unknown' };
  return { kind: 'event', event: { [name]: readEvent(schema, { headers, payload }, format) } };
}

function readEvent(
  schema: Schema,
  { headers, payload }: EventMessage,
  format: EventFormat,
): Document {
  const event: Record<string, unknown> = {};
  for (const [name, member] of schema.members) {
    const value = member.traits.eventheader === true ? headers[name] : undefined;
    if (value !== undefined) event[name] = readHeader(member, value);
  }
  for (const [name, member] of schema.members) {
    if (member.traits.eventpayload === true) {
      return { ...event, [name]: readPayload(member, payload, format) };
    }
  }
  return { ...event, ...format.read(schema, payload) };
}

/** A date comes as one, or in milliseconds. */
function readHeader(member: Schema, value: HeaderValue): unknown {
  if (member.type !== 'timestamp' || value instanceof Date) return value;
  return parseTimestamp(Number(value) / 1000);
}

function readPayload(member: Schema, payload: Uint8Array, format: EventFormat): unknown {
  if (member.type === 'blob') return payload;
  return member.type === 'string' ? Buffer.from(payload).toString() : format.read(member, payload);
}

/** An error the model may know, by the name it has among the events. */
function readException(
  events: Schema,
  { headers, payload }: EventMessage,
  format: EventFormat,
): ReadMessage {
  const code = String(headers[':exception-type'] ?? '');
  const schema = events.members.get(code);
  if (schema === undefined) {
    const { message, ...rest } = unmodelled(headers);
    const text = Buffer.from(payload).toString();
    const error = { ...rest, code: code || rest.code, message: message || text.slice(0, 500) };
    return { kind: 'error', error, statusCode: undefined };
  }
  const members = format.readError(schema, payload);
  const message = members.Message ?? members.message;
  const error = { code, message: typeof message === 'string' ? message : '', members };
  return { kind: 'error', error, statusCode: schema.traits.error?.httpStatusCode };
}

function unmodelled(headers: EventMessage['headers']): ErrorParts {
  const text = (name: string) => String(headers[name] ?? '');
  return { code: text(':error-code'), message: text(':error-message'), members: {} };
}

/** The message of one event of an input, checked before. */
export function writeEvent(events: Schema, event: Document, format: EventFormat): TypedMessage {
  const [name = ''] = Object.keys(event).filter((key) => event[key] !== undefined);
  const schema = events.members.get(name);
  if (schema === undefined) throw new TypeError(`there is no event "${name}"`);
  const given = event[name] as Document;
  const headers: Record<string, TypedHeader> = {
    ':message-type': { type: 'string', value: 'event' },
    ':event-type': { type: 'string', value: name },
  };
  const body: Record<string, unknown> = {};
  for (const [member, value] of Object.entries(given)) {
    const memberSchema = schema.members.get(member);
    if (memberSchema === undefined || value === undefined || value === null) continue;
    if (memberSchema.traits.eventheader === true)
      headers[member] = writeHeader(memberSchema, value);
    else body[member] = value;
  }
  const [contentType, payload] = writePayload(schema, body, format);
  headers[':content-type'] = { type: 'string', value: contentType };
  return { headers, payload: typeof payload === 'string' ? Buffer.from(payload) : payload };
}

function writePayload(
  schema: Schema,
  body: Document,
  format: EventFormat,
): [contentType: string, payload: string | Uint8Array] {
  for (const [name, member] of schema.members) {
    if (member.traits.eventpayload !== true) continue;
    const value = body[name];
    if (member.type === 'blob') return ['application/octet-stream', toBytes(value ?? '')];
    if (member.type === 'string') return ['text/plain', String(value ?? '')];
    return [format.contentType, format.write(member, value ?? {})];
  }
  return [format.contentType, format.write(schema, body)];
}

function writeHeader({ type }: Schema, value: unknown): TypedHeader {
  switch (type) {
    case 'boolean':
      return { type, value: value === true };
    case 'integer':
      return { type, value: Number(value) };
    case 'long':
      return { type, value: BigInt(value as number | bigint) };
    case 'blob':
      return { type: 'binary', value: toBytes(value) };
    case 'timestamp':
      return { type, value: value instanceof Date ? value : parseTimestamp(value) };
    default:
      return { type: 'string', value: String(value) };
  }
}

/** The events of an operation's input; undefined where it sends none. */
export function inputEvents(service: Service, input: { readonly shape: string } | undefined) {
  return input === undefined ? undefined : eventsOf(schemaOf(service, input));
}
