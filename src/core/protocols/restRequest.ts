// The request of the two REST formats: members go to the path, the query, headers, or the body, as the model says.

import type { Where } from '../errors.ts';
import type { RequestBody, RequestParts } from '../http/message.ts';
import { toJson } from '../json.ts';
import type { OperationModel, Service } from '../models/model.ts';
import { percentEncode, percentEncodePath } from './escape.ts';
import { eventBody, eventsType, signedEventsHash } from './eventBody.ts';
import { type EventFormat, eventsOf } from './events.ts';
import { joinHeaderTexts } from './headerList.ts';
import type { Document } from './protocol.ts';
import { formatBase64, isStream, toBytes } from './scalars.ts';
import { hasBodyMembers, type Schema, schemaOf } from './schema.ts';
import { formatTimestamp, formatWholeSeconds } from './timestamps.ts';

/** What differs between the two: the form of a structured body. */
export interface RestBodyFormat {
  /** `root` is the operation's input or its payload member. */
  write(root: Schema, value: unknown): string;
  /** The body when a structured one has no members; absent if then none is sent. */
  readonly empty?: string;
  /** Of a structured body; absent if the format sends none. */
  readonly contentType?: string;
  readonly events: EventFormat;
}

export function buildRestRequest(
  service: Service,
  operation: OperationModel,
  input: Document,
  format: RestBodyFormat,
): RequestParts {
  const schema = operation.input && schemaOf(service, operation.input);
  const parts = schema ? placeMembers(schema, input) : noParts();
  const [template = '', staticQuery] = operation.http.requestUri.split('?', 2);
  const path = template.replace(/\{([^}]*)\}/g, (_whole, label: string) =>
    fill(label, parts.labels),
  );
  const request = {
    method: operation.http.method,
    path: path.startsWith('/') ? path : `/${path}`,
    query: { ...parseStaticQuery(staticQuery), ...Object.fromEntries(parts.query) },
    headers: parts.headers,
  };
  const sent = schema && eventsOf(schema);
  if (sent) {
    const [member, events] = sent;
    const where = { service: service.id, operation: operation.name };
    return withEvents(request, events, input[member] ?? [], { format: format.events, where });
  }
  const body = schema && buildBody(schema, input, parts.body, format);
  addContentType(parts.headers, schema, body, format);
  return body === undefined ? request : { ...request, body };
}

function withEvents(
  request: RequestParts,
  events: Schema,
  given: unknown,
  options: { readonly format: EventFormat; readonly where: Where },
): RequestParts {
  return {
    ...request,
    headers: {
      ...request.headers,
      'content-type': eventsType,
      'x-amz-content-sha256': signedEventsHash,
    },
    body: eventBody(events, given as AsyncIterable<unknown>, options),
  };
}

interface PlacedParts {
  readonly labels: Record<string, string>;
  readonly query: Map<string, string | readonly string[]>;
  readonly headers: Record<string, string>;
  readonly body: Record<string, unknown>;
}

function noParts(): PlacedParts {
  return { labels: {}, query: new Map(), headers: {}, body: {} };
}

function placeMembers(schema: Schema, input: Document): PlacedParts {
  const parts = noParts();
  for (const [name, value] of Object.entries(input)) {
    const member = schema.members.get(name);
    if (member === undefined || value === undefined || value === null) continue;
    placeMember(parts, member, name, value);
  }
  return parts;
}

function placeMember(parts: PlacedParts, member: Schema, name: string, value: unknown): void {
  const wireName = member.traits.locationName ?? name;
  switch (member.traits.location) {
    case 'uri':
      parts.labels[wireName] = formatQueryValue(member, value);
      break;
    case 'querystring':
      placeQuery(parts.query, member, wireName, value);
      break;
    case 'header':
      Object.assign(parts.headers, buildHeader(member, wireName, value));
      break;
    case 'headers':
      for (const [key, item] of Object.entries(value as Document)) {
        parts.headers[`${wireName}${key}`.toLowerCase()] = String(item);
      }
      break;
    default:
      parts.body[name] = value;
  }
}

/** What has a member of its own wins over an entry of a map by its name. */
function placeQuery(query: PlacedParts['query'], member: Schema, name: string, value: unknown) {
  if (member.type !== 'map') {
    query.set(name, formatQueryItem(member, value));
    return;
  }
  for (const [key, item] of Object.entries(value as Document)) {
    if (!query.has(key)) query.set(key, formatQueryItem(member.value, item));
  }
}

function formatQueryItem(schema: Schema, value: unknown): string | readonly string[] {
  if (schema.type !== 'list') return formatQueryValue(schema, value);
  return (value as readonly unknown[]).map((item) => formatQueryValue(schema.element, item));
}

function formatQueryValue(schema: Schema, value: unknown): string {
  if (schema.type !== 'timestamp') return String(value);
  return String(formatTimestamp(value, schema.traits.timestampFormat ?? 'iso8601'));
}

/** No header at all for an empty list. */
function buildHeader(member: Schema, name: string, value: unknown): Record<string, string> {
  if (member.type === 'list' && (value as readonly unknown[]).length === 0) return {};
  return { [name.toLowerCase()]: formatHeaderValue(member, value) };
}

function formatHeaderValue(schema: Schema, value: unknown): string {
  if (schema.type === 'timestamp') {
    return String(formatWholeSeconds(value, schema.traits.timestampFormat ?? 'rfc822'));
  }
  if (schema.type === 'list') return formatHeaderList(schema.element, value as readonly unknown[]);
  if (schema.traits.jsonvalue === true && schema.type === 'string') {
    return formatBase64(Buffer.from(toJson(value)));
  }
  return String(value);
}

function formatHeaderList(schema: Schema, items: readonly unknown[]): string {
  const present = items.filter((item) => item !== null && item !== undefined);
  if (schema.type === 'string') return joinHeaderTexts(present.map(String));
  return present.map((item) => formatHeaderValue(schema, item)).join(',');
}

function fill(label: string, labels: Readonly<Record<string, string>>): string {
  if (!label.endsWith('+')) return percentEncode(labels[label] ?? '');
  return percentEncodePath(labels[label.slice(0, -1)] ?? '');
}

/** The query a `requestUri` carries itself: `?delete`, `?list-type=2`. */
function parseStaticQuery(text: string | undefined): Record<string, string | null> {
  const query: Record<string, string | null> = {};
  for (const pair of text ? text.split('&') : []) {
    const [name = '', ...value] = pair.split('=');
    query[name] = value.length === 0 ? null : value.join('=');
  }
  return query;
}

function buildBody(
  schema: Schema,
  input: Document,
  bodyMembers: Document,
  format: RestBodyFormat,
): RequestBody | undefined {
  const { payload } = schema.traits;
  if (payload === undefined) {
    if (Object.keys(bodyMembers).length > 0) return format.write(schema, bodyMembers);
    return hasBodyMembers(schema) ? format.empty : undefined;
  }
  const member = schema.members.get(payload);
  const value = input[payload];
  if (member === undefined || value === undefined || value === null) {
    return isRaw(member) ? undefined : format.empty;
  }
  return isRaw(member) ? rawBody(member, value) : format.write(member, value);
}

function rawBody(member: Schema | undefined, value: unknown): RequestBody {
  if (isStream(value)) return value;
  return member?.type === 'string' ? String(value) : toBytes(value);
}

/** A payload that is the body as it is: no format and no content type of its own. */
function isRaw(payload: Schema | undefined): boolean {
  return payload?.type === 'blob' || payload?.type === 'string';
}

function addContentType(
  headers: Record<string, string>,
  schema: Schema | undefined,
  body: RequestBody | undefined,
  format: RestBodyFormat,
): void {
  const isStructured =
    body !== undefined && !isRaw(schema?.members.get(schema.traits.payload ?? ''));
  if (isStructured && format.contentType !== undefined)
    headers['content-type'] ??= format.contentType;
}
