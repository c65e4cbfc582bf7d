// The response of the two REST formats: status, headers, and a body that is a member or holds the other members.

import { Readable } from 'node:stream';
import type { ReceivedResponse, ResponseHead } from '../http/message.ts';
import { parseJson } from '../json.ts';
import type { OperationModel, Service } from '../models/model.ts';
import { bodyBytes, bodyText, readable } from './body.ts';
import { splitHeaderList } from './headerList.ts';
import { outputReading, type StartBody } from './outputReading.ts';
import type { Document, OutputReading } from './protocol.ts';
import { parseBase64, parseFloatText, parseInteger } from './scalars.ts';
import { type Schema, schemaOf } from './schema.ts';
import { parseTimestamp } from './timestamps.ts';

/** Reads a structured body; an empty one gives an output without members. */
export type ReadBody = (schema: Schema, body: Uint8Array | Readable) => Document;

export function parseRestOutput(
  service: Service,
  operation: OperationModel,
  response: ReceivedResponse,
  readBody: ReadBody,
): Document {
  if (operation.output === undefined) return {};
  const schema = schemaOf(service, operation.output);
  return readable(service, operation, response, () => readMembers(schema, response, readBody));
}

/** Begins to read such an output while its body arrives. */
export function startRestOutput(
  service: Service,
  operation: OperationModel,
  head: ResponseHead,
  start: StartBody,
): OutputReading | undefined {
  if (operation.output === undefined) return undefined;
  const schema = schemaOf(service, operation.output);
  const reading = start(bodySchema(schema));
  return (
    reading &&
    outputReading({ service, operation, head }, reading, (read) =>
      readMembers(schema, { ...head, body: new Uint8Array(0) }, read),
    )
  );
}

/** All members of an output or of a modelled error. */
export function readMembers(
  schema: Schema,
  response: ReceivedResponse,
  readBody: ReadBody,
): Document {
  const output = readBoundMembers(schema, response);
  const { payload } = schema.traits;
  const member = payload === undefined ? undefined : schema.members.get(payload);
  if (payload === undefined || member === undefined) {
    return { ...output, ...readBody(schema, response.body) };
  }
  if (member.traits.eventstream === true) return output;
  return { ...output, [payload]: readPayload(member, response.body, readBody) };
}

/** What a structured body holds: the member that is the payload, or the output itself. */
function bodySchema(schema: Schema): Schema {
  return schema.members.get(schema.traits.payload ?? '') ?? schema;
}

function readPayload(member: Schema, body: Uint8Array | Readable, readBody: ReadBody): unknown {
  if (member.type === 'string') return bodyText(body);
  if (member.type !== 'blob') return readBody(member, body);
  if (member.traits.streaming !== true) return bodyBytes(body);
  return body instanceof Uint8Array ? Readable.from([body], { objectMode: false }) : body;
}

function readBoundMembers(schema: Schema, response: ReceivedResponse): Document {
  const output: Record<string, unknown> = {};
  for (const [name, member] of schema.members) {
    const wireName = (member.traits.locationName ?? name).toLowerCase();
    switch (member.traits.location) {
      case 'statusCode':
        output[name] = response.statusCode;
        break;
      case 'headers':
        output[name] = readHeaderMap(member.traits.locationName ?? '', response);
        break;
      case 'header':
        Object.assign(output, readHeader(member, name, response.headers[wireName]));
        break;
    }
  }
  return output;
}

function readHeaderMap(prefix: string, response: ReceivedResponse): Document {
  const start = prefix.toLowerCase();
  const entries = Object.entries(response.headers).filter(([name]) => name.startsWith(start));
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(start.length), value]));
}

function readHeader(member: Schema, name: string, text: string | undefined): Document {
  if (text === undefined) return {};
  if (isExpires(member)) return readExpires(name, text);
  return { [name]: readHeaderValue(member, text) };
}

function readHeaderValue(schema: Schema, text: string): unknown {
  switch (schema.type) {
    case 'integer':
    case 'long':
      return parseInteger(text);
    case 'float':
    case 'double':
      return parseFloatText(text);
    case 'boolean':
      return text.toLowerCase() === 'true';
    case 'timestamp':
      return parseTimestamp(text);
    case 'blob':
      return parseBase64(text);
    case 'list':
      return splitHeaderList(schema.element, text).map((item) =>
        readHeaderValue(schema.element, item),
      );
    default:
      return schema.traits.jsonvalue === true ? readJsonValue(text) : text;
  }
}

function readJsonValue(text: string): unknown {
  return parseJson(Buffer.from(text, 'base64').toString('utf8'));
}

function isExpires(member: Schema): boolean {
  return member.name === 'Expires' && member.traits.locationName === 'Expires';
}

/** Objects in S3 may carry any text as `Expires`. As in botocore the text is always given, the date where there is one. */
function readExpires(name: string, text: string): Document {
  try {
    return { [name]: parseTimestamp(text), [`${name}String`]: text };
  } catch {
    return { [`${name}String`]: text };
  }
}
