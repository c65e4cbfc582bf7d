// `json`: one URL, the operation named in a header, input and output whole JSON documents.

import type { ReceivedResponse, RequestParts } from '../http/message.ts';
import type { OperationModel, Service } from '../models/model.ts';
import { buildErrorParts } from './errorParts.ts';
import {
  findJsonError,
  jsonEvents,
  readJsonBody,
  startJsonBody,
  writeJsonBody,
} from './jsonBody.ts';
import type { Document, Protocol } from './protocol.ts';
import { parseWholeOutput, queryModeHeader, refuseEventInput, startWholeOutput } from './rpc.ts';
import { schemaOf } from './schema.ts';

export const jsonProtocol: Protocol = {
  buildRequest,
  parseOutput,
  startOutput: (service, operation, head) =>
    startWholeOutput(service, operation, head, startJsonBody),
  parseError,
  events: { opensWithResponse: true, ...jsonEvents },
};

function buildRequest(service: Service, operation: OperationModel, input: Document): RequestParts {
  refuseEventInput(service, operation);
  const { targetPrefix, jsonVersion } = service.metadata;
  return {
    method: operation.http.method,
    path: '/',
    query: {},
    headers: {
      'x-amz-target': `${targetPrefix}.${operation.name}`,
      'content-type': `application/x-amz-json-${jsonVersion ?? '1.0'}`,
      ...queryModeHeader(service),
    },
    body: operation.input ? writeJsonBody(schemaOf(service, operation.input), input) : '{}',
  };
}

function parseOutput(
  service: Service,
  operation: OperationModel,
  response: ReceivedResponse,
): Document {
  return parseWholeOutput(service, operation, response, readJsonBody);
}

function parseError(service: Service, _operation: OperationModel, response: ReceivedResponse) {
  return buildErrorParts(service, response, () =>
    findJsonError(response, (header, body) => body.__type ?? header ?? body.code),
  );
}
