// `rest-xml`: resources as URLs, structured bodies in XML.

import type { Readable } from 'node:stream';
import type { ReceivedResponse } from '../http/message.ts';
import type { OperationModel, Service } from '../models/model.ts';
import { bodyBytes, streamsOutput } from './body.ts';
import { buildErrorParts } from './errorParts.ts';
import type { EventFormat } from './events.ts';
import type { Document, Protocol } from './protocol.ts';
import { buildRestRequest, type RestBodyFormat } from './restRequest.ts';
import { parseRestOutput, readMembers, startRestOutput } from './restResponse.ts';
import { hasBodyMembers, type Schema } from './schema.ts';
import { XmlCursor } from './xmlCursor.ts';
import { findXmlError, hasErrorRoot, readErrorMembers } from './xmlErrors.ts';
import { readElement } from './xmlRead.ts';
import { XmlReading } from './xmlReading.ts';
import { writeXml } from './xmlWrite.ts';

const write = (root: Schema, value: unknown) =>
  writeXml(root, root.traits.locationName ?? root.name, value);

const events: EventFormat = {
  opensWithResponse: false,
  contentType: 'application/xml',
  read: readBody,
  readError: readErrorBody,
  write,
};

const bodyFormat: RestBodyFormat = { write, events };

export const restXmlProtocol: Protocol = {
  buildRequest: (service, operation, input) =>
    buildRestRequest(service, operation, input, bodyFormat),
  parseOutput: (service, operation, response) =>
    parseRestOutput(service, operation, response, readBody),
  startOutput: (service, operation, head) => startRestOutput(service, operation, head, startBody),
  parseError: (service, _operation, response) =>
    buildErrorParts(service, response, () => ({
      ...findXmlError(response),
      readMembers: (schema) => readMembers(schema, response, readErrorBody),
    })),
  events,
};

/** A structure may be of any length; the others are whole in no time. */
function startBody(schema: Schema): XmlReading | undefined {
  const isLong = schema.type === 'structure' && hasBodyMembers(schema) && !isUnwrapped(schema);
  return isLong ? new XmlReading(schema) : undefined;
}

/**
 * True for an error that came under status 200, as S3's CopyObject and CompleteMultipartUpload send it when they fail
 * half-way. It is to be read by `parseError` and treated as a status 500.
 */
export function isErrorUnderOk(
  service: Service,
  operation: OperationModel,
  response: ReceivedResponse,
): boolean {
  if (response.statusCode !== 200 || service.id !== 's3' || operation.output === undefined) {
    return false;
  }
  return !streamsOutput(service, operation) && hasErrorRoot(bodyBytes(response.body));
}

function readBody(schema: Schema, body: Uint8Array | Readable): Document {
  const bytes = bodyBytes(body);
  if (bytes.length === 0 || !hasBodyMembers(schema)) return {};
  const cursor = new XmlCursor(bytes);
  return readUnwrapped(schema, cursor.open(), bytes) ?? readElement(schema, cursor);
}

/**
 * S3's GetBucketLocation sends its one member as the root itself: `<LocationConstraint>eu-west-1</LocationConstraint>`.
 * https://smithy.io/2.0/aws/customizations/s3-customizations.html#aws-customizations-s3unwrappedxmloutput-trait
 */
function readUnwrapped(schema: Schema, root: string, bytes: Uint8Array): Document | undefined {
  if (!isUnwrapped(schema) || !schema.members.has(root)) return undefined;
  const cursor = new XmlCursor(bytes);
  cursor.open();
  const value = cursor.readText();
  return value.trim() === '' ? undefined : { [root]: value };
}

function isUnwrapped(schema: Schema): boolean {
  const [member, ...others] = schema.members.values();
  return member?.type === 'string' && others.length === 0;
}

function readErrorBody(schema: Schema, body: Uint8Array | Readable): Document {
  const bytes = bodyBytes(body);
  return bytes.length === 0 ? {} : readErrorMembers(schema, bytes);
}
