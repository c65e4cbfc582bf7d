// What the formats with one URL for all operations share, and what all formats do about streams of events.

import { UnsupportedError } from '../errors.ts';
import type { ReceivedResponse } from '../http/message.ts';
import type { OperationModel, Service } from '../models/model.ts';
import { readable } from './body.ts';
import type { Document } from './protocol.ts';
import { eventStreamMember, type Schema, schemaOf } from './schema.ts';

/** Asks a service that left the query format to keep its old error codes. */
export function queryModeHeader(service: Service): Readonly<Record<string, string>> {
  return service.metadata.awsQueryCompatible === undefined ? {} : { 'x-amzn-query-mode': 'true' };
}

/** Streams of events cannot be sent yet; to say so beats sending an empty body. */
export function refuseEventInput(service: Service, operation: OperationModel): void {
  if (operation.input === undefined) return;
  const member = eventStreamMember(schemaOf(service, operation.input));
  if (member === undefined) return;
  throw new UnsupportedError(
    { service: service.id, operation: operation.name },
    `its input ${member} is a stream of events, which Awscope cannot send yet.`,
  );
}

/** An output whose events stand in the body: the stream itself, unread. `undefined` for all other outputs. */
export function withEventStream(schema: Schema, response: ReceivedResponse): Document | undefined {
  const member = eventStreamMember(schema);
  return member === undefined ? undefined : { [member]: response.body };
}

/** An output that is the whole body, as `readBody` reads it, or the events in it. */
export function parseWholeOutput(
  service: Service,
  operation: OperationModel,
  response: ReceivedResponse,
  readBody: (schema: Schema, body: ReceivedResponse['body']) => Document,
): Document {
  if (operation.output === undefined) return {};
  const schema = schemaOf(service, operation.output);
  return (
    withEventStream(schema, response) ??
    readable(service, operation, response, () => readBody(schema, response.body))
  );
}
