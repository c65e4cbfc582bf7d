// `rest-json`: resources as URLs, structured bodies in JSON.

import type { ResponseHead } from '../http/message.ts';
import type { OperationModel, Service } from '../models/model.ts';
import { buildErrorParts } from './errorParts.ts';
import type { EventFormat } from './events.ts';
import {
  findJsonError,
  jsonEvents,
  readJsonBody,
  startJsonBody,
  writeJsonBody,
} from './jsonBody.ts';
import { outputReading } from './outputReading.ts';
import type { Protocol } from './protocol.ts';
import { buildRestRequest, type RestBodyFormat } from './restRequest.ts';
import { bodySchema, parseRestOutput, readMembers } from './restResponse.ts';
import { schemaOf } from './schema.ts';

const events: EventFormat = { opensWithResponse: false, ...jsonEvents };

const bodyFormat: RestBodyFormat = {
  write: writeJsonBody,
  empty: '{}',
  contentType: 'application/json',
  events,
};

export const restJsonProtocol: Protocol = {
  buildRequest: (service, operation, input) =>
    buildRestRequest(service, operation, input, bodyFormat),
  parseOutput: (service, operation, response) =>
    parseRestOutput(service, operation, response, readJsonBody),
  startOutput,
  parseError: (service, _operation, response) =>
    buildErrorParts(service, response, () => ({
      ...findJsonError(response, (header, body) => header ?? body.code ?? body.Code ?? body.__type),
      readMembers: (schema) => readMembers(schema, response, readJsonBody),
    })),
  events,
};

function startOutput(service: Service, operation: OperationModel, head: ResponseHead) {
  if (operation.output === undefined) return undefined;
  const schema = schemaOf(service, operation.output);
  const reading = startJsonBody(bodySchema(schema));
  if (reading === undefined) return undefined;
  return outputReading({ service, operation, head }, reading, () =>
    readMembers(schema, { ...head, body: new Uint8Array(0) }, () => reading.finish()),
  );
}
