// `smithy-rpc-v2-cbor`: the operation named in the path, input and output whole CBOR documents.

import type { Readable } from 'node:stream';
import { cbor, tag } from '@smithy/core/cbor';
import type { ReceivedResponse, RequestParts } from '../http/message.ts';
import type { OperationModel, Service } from '../models/model.ts';
import { bodyBytes } from './body.ts';
import { buildErrorParts, type FoundError, plainCode, plainTextMessage } from './errorParts.ts';
import type { Document, Protocol } from './protocol.ts';
import { parseWholeOutput, queryModeHeader, refuseEventInput } from './rpc.ts';
import { toBytes } from './scalars.ts';
import { eventStreamMember, type Schema, schemaOf } from './schema.ts';
import { formatTimestamp, parseTimestamp } from './timestamps.ts';
import { createTreeReaders, readInteger } from './treeRead.ts';
import { type TreeWriteFormat, writeTree } from './treeWrite.ts';

export const cborProtocol: Protocol = {
  buildRequest,
  parseOutput,
  parseError,
  events: {
    opensWithResponse: true,
    contentType: 'application/cbor',
    read: readCborBody,
    readError: readCborBody,
    write: writeCborBody,
  },
};

function buildRequest(service: Service, operation: OperationModel, input: Document): RequestParts {
  refuseEventInput(service, operation);
  const mediaType = acceptedType(service, operation);
  return {
    method: 'POST',
    path: `/service/${service.metadata.targetPrefix}/operation/${operation.name}`,
    query: {},
    headers: {
      'smithy-protocol': 'rpc-v2-cbor',
      accept: mediaType,
      ...queryModeHeader(service),
      ...(operation.input === undefined ? {} : { 'content-type': mediaType }),
    },
    ...(operation.input === undefined
      ? {}
      : { body: writeCborBody(schemaOf(service, operation.input), input) }),
  };
}

function parseOutput(
  service: Service,
  operation: OperationModel,
  response: ReceivedResponse,
): Document {
  return parseWholeOutput(service, operation, response, readCborBody);
}

function parseError(service: Service, _operation: OperationModel, response: ReceivedResponse) {
  return buildErrorParts(service, response, () => findError(response));
}

function acceptedType(service: Service, operation: OperationModel): string {
  const streamsEvents =
    operation.output !== undefined &&
    eventStreamMember(schemaOf(service, operation.output)) !== undefined;
  return streamsEvents ? 'application/vnd.amazon.eventstream' : 'application/cbor';
}

function writeCborBody(schema: Schema, value: unknown): Uint8Array {
  return cbor.serialize(writeTree(writeFormat, schema, value));
}

function readCborBody(schema: Schema, body: Uint8Array | Readable): Document {
  const bytes = bodyBytes(body);
  const tree: unknown = bytes.length === 0 ? {} : (cbor.deserialize(bytes) ?? {});
  return (readerOf(schema)?.(tree) ?? tree) as Document;
}

function findError(response: ReceivedResponse): FoundError {
  const body = decodeErrorBody(response);
  if (body === undefined) return { message: plainTextMessage(response) };
  const message = body.message ?? body.Message;
  return {
    code: typeof body.__type === 'string' ? plainCode(body.__type) : undefined,
    message: typeof message === 'string' ? message : undefined,
    readMembers: (schema) => (readerOf(schema)?.(body) ?? {}) as Document,
  };
}

function decodeErrorBody(response: ReceivedResponse): Record<string, unknown> | undefined {
  try {
    const body: unknown = cbor.deserialize(bodyBytes(response.body));
    return typeof body === 'object' && body !== null
      ? (body as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

const writeFormat: TreeWriteFormat = {
  blob: toBytes,
  timestamp: (_schema, value) => tag({ tag: 1, value: formatTimestamp(value, 'unixTimestamp') }),
  long: (value) => value,
  // JSON input has no numbers for these three; their names stand for them.
  float: (value) => (typeof value === 'string' ? Number(value) : value),
};

const readerOf = createTreeReaders({
  blob: (value) => {
    if (!(value instanceof Uint8Array)) throw new TypeError('a blob is not a byte string');
    return new Uint8Array(value);
  },
  timestamp: (value) => parseTimestamp(isTagged(value) ? value.value : value),
  integer: readInteger,
});

function isTagged(value: unknown): value is { readonly tag: number; readonly value: unknown } {
  return typeof value === 'object' && value !== null && 'tag' in value && 'value' in value;
}
