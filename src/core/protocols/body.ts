// What all wire formats ask of a response: its bytes, its text, and the words for a body that cannot be read.

import type { Readable } from 'node:stream';
import { ResponseParseError } from '../errors.ts';
import type { ReceivedResponse } from '../http/message.ts';
import type { OperationModel, Service } from '../models/model.ts';
import { holdsSecret } from '../secrets.ts';
import type { Document } from './protocol.ts';
import { eventStreamMember, schemaOf } from './schema.ts';

/** True if the body is the value of a member and must be handed over unread: a streaming blob or a stream of events. */
export function streamsOutput(service: Service, operation: OperationModel): boolean {
  if (operation.output === undefined) return false;
  const output = schemaOf(service, operation.output);
  if (eventStreamMember(output) !== undefined) return true;
  const payload = output.members.get(output.traits.payload ?? '');
  return payload?.type === 'blob' && payload.traits.streaming === true;
}

/** Runs a parser; whatever it throws becomes a `ResponseParseError` that says where. */
export function readable(
  service: Service,
  operation: OperationModel,
  response: ReceivedResponse,
  parse: () => Document,
): Document {
  try {
    return parse();
  } catch (error) {
    throw unreadable(service, operation, response, error);
  }
}

/** The whole body. A stream that reaches this point was not meant to be one, and counts as empty. */
export function bodyBytes(body: Uint8Array | Readable): Uint8Array {
  return body instanceof Uint8Array ? body : new Uint8Array(0);
}

/** The body as UTF-8, without a byte order mark. */
export function bodyText(body: Uint8Array | Readable): string {
  const bytes = bodyBytes(body);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** From the headers AWS's services use for it. */
export function requestIdOf(response: ReceivedResponse): string | undefined {
  return response.headers['x-amzn-requestid'] ?? response.headers['x-amz-request-id'];
}

function unreadable(
  service: Service,
  operation: OperationModel,
  response: ReceivedResponse,
  error: unknown,
): ResponseParseError {
  const requestId = requestIdOf(response);
  const contentType = response.headers['content-type'];
  return new ResponseParseError({
    where: { service: service.id, operation: operation.name },
    statusCode: response.statusCode,
    ...(requestId === undefined ? {} : { requestId }),
    ...(contentType === undefined ? {} : { contentType }),
    problem: describe(error),
    excerpt: excerptOf(service, operation, response),
  });
}

/** `JSON.parse` quotes the text in its messages, so those are not passed on, neither as words nor as a cause. */
function describe(error: unknown): string {
  if (error instanceof SyntaxError) return 'it is not valid JSON';
  return error instanceof Error ? error.message : String(error);
}

function excerptOf(
  service: Service,
  operation: OperationModel,
  response: ReceivedResponse,
): string {
  if (operation.output === undefined) return '';
  if (holdsSecret(service, operation.output.shape)) return '(not shown, it may hold secrets)';
  return bodyText(bodyBytes(response.body).subarray(0, 2000)).slice(0, 500);
}
