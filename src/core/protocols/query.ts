// `query`: a form as input, XML as output, the operation named in the form.

import type { ReceivedResponse, RequestParts } from '../http/message.ts';
import type { OperationModel, Service } from '../models/model.ts';
import { bodyBytes } from './body.ts';
import { buildErrorParts } from './errorParts.ts';
import { formEncode } from './escape.ts';
import { type FormNames, writeForm } from './formWrite.ts';
import type { Document, Protocol } from './protocol.ts';
import { parseWholeOutput, startWholeOutput } from './rpc.ts';
import { schemaOf } from './schema.ts';
import { findXmlError } from './xmlErrors.ts';
import { readXml } from './xmlRead.ts';
import { XmlReading } from './xmlReading.ts';

export const queryProtocol: Protocol = {
  buildRequest,
  parseOutput,
  startOutput: (service, operation, head) =>
    startWholeOutput(
      service,
      operation,
      head,
      (schema) => new XmlReading(schema, { wrapper: schema.traits.resultWrapper }),
    ),
  parseError,
};

function buildRequest(service: Service, operation: OperationModel, input: Document): RequestParts {
  return buildFormRequest(queryNames, service, operation, input);
}

/** The request of both form formats. */
export function buildFormRequest(
  names: FormNames,
  service: Service,
  operation: OperationModel,
  input: Document,
): RequestParts {
  const schema = operation.input && schemaOf(service, operation.input);
  const body = formEncode([
    ['Action', operation.name],
    ['Version', service.metadata.apiVersion],
    ...(schema ? writeForm(names, schema, input) : []),
  ]);
  return {
    method: operation.http.method,
    path: '/',
    query: {},
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body,
  };
}

function parseOutput(
  service: Service,
  operation: OperationModel,
  response: ReceivedResponse,
): Document {
  return parseWholeOutput(service, operation, response, (schema, body) =>
    readXml(schema, bodyBytes(body), schema.traits.resultWrapper),
  );
}

function parseError(service: Service, _operation: OperationModel, response: ReceivedResponse) {
  return buildErrorParts(service, response, () => findXmlError(response));
}

const queryNames: FormNames = {
  member: (schema, name) => schema.traits.locationName ?? name,
  items: nameItems,
  sendsEmptyLists: true,
};

/** `Tags.member.1`, or for a flattened list `Tag.1`: the item's own name in place of the list's. */
function nameItems(schema: Parameters<FormNames['items']>[0], prefix: string): string {
  const itemName = schema.element.traits.locationName;
  if (schema.traits.flattened !== true) return `${prefix}.${itemName ?? 'member'}`;
  if (itemName === undefined) return prefix;
  return [...prefix.split('.').slice(0, -1), itemName].join('.');
}
