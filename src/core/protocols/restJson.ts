// `rest-json`: resources as URLs, structured bodies in JSON.

import { buildErrorParts } from './errorParts.ts';
import type { EventFormat } from './events.ts';
import {
  findJsonError,
  jsonEvents,
  readJsonBody,
  startJsonBody,
  writeJsonBody,
} from './jsonBody.ts';
import type { Protocol } from './protocol.ts';
import { buildRestRequest, type RestBodyFormat } from './restRequest.ts';
import { parseRestOutput, readMembers, startRestOutput } from './restResponse.ts';

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
  startOutput: (service, operation, head) =>
    startRestOutput(service, operation, head, startJsonBody),
  parseError: (service, _operation, response) =>
    buildErrorParts(service, response, () => ({
      ...findJsonError(response, (header, body) => header ?? body.code ?? body.Code ?? body.__type),
      readMembers: (schema) => readMembers(schema, response, readJsonBody),
    })),
  events,
};
