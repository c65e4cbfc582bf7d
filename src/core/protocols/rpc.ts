// What the formats with one URL for all operations share.

import { UnsupportedError } from '../errors.ts';
import type { ReceivedResponse, ResponseHead } from '../http/message.ts';
import type { OperationModel, Service } from '../models/model.ts';
import { readable } from './body.ts';
import { outputReading, type StartBody } from './outputReading.ts';
import type { Document, OutputReading } from './protocol.ts';
import { eventStreamMember, type Schema, schemaOf } from './schema.ts';

/** Asks a service that left the query format to keep its old error codes. */
export function queryModeHeader(service: Service): Readonly<Record<string, string>> {
  return service.metadata.awsQueryCompatible === undefined ? {} : { 'x-amzn-query-mode': 'true' };
}

/** No service with such a format takes a stream of events; to say so beats sending an empty body. */
export function refuseEventInput(service: Service, operation: OperationModel): void {
  if (operation.input === undefined) return;
  const member = eventStreamMember(schemaOf(service, operation.input));
  if (member === undefined) return;
  throw new UnsupportedError(
    { service: service.id, operation: operation.name },
    `its input ${member} is a stream of events, which Awscope can send by a REST format only.`,
  );
}

/** An output that is the whole body, as `readBody` reads it. */
export function parseWholeOutput(
  service: Service,
  operation: OperationModel,
  response: ReceivedResponse,
  readBody: (schema: Schema, body: ReceivedResponse['body']) => Document,
): Document {
  if (operation.output === undefined) return {};
  const schema = schemaOf(service, operation.output);
  return readable(service, operation, response, () => readBody(schema, response.body));
}

/** Begins to read such an output while it arrives. */
export function startWholeOutput(
  service: Service,
  operation: OperationModel,
  head: ResponseHead,
  start: StartBody,
): OutputReading | undefined {
  if (operation.output === undefined) return undefined;
  const reading = start(schemaOf(service, operation.output));
  return reading && outputReading({ service, operation, head }, reading, (read) => read());
}
