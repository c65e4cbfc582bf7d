// What all wire formats share in reading an error.

import type { ReceivedResponse } from '../http/message.ts';
import type { Service } from '../models/model.ts';
import { bodyText, requestIdOf } from './body.ts';
import type { Document, ErrorParts } from './protocol.ts';
import { type Schema, schemaOf } from './schema.ts';

/** What a wire format found of an error; what is missing is made up for here. */
export interface FoundError {
  readonly code?: string | undefined;
  /** Of what it was found in: the code where there is no other and the model has an error of this name. */
  readonly name?: string | undefined;
  readonly message?: string | undefined;
  readonly requestId?: string | undefined;
  /** Reads the members of the modelled error; may throw. */
  readonly readMembers?: (schema: Schema) => Document;
}

/** Never throws: if `find` does, or finds no code, the code is the status and the message its meaning. */
export function buildErrorParts(
  service: Service,
  response: ReceivedResponse,
  find: () => FoundError,
): ErrorParts {
  const found = attempt(find) ?? {};
  const shapeCode = found.code || knownName(service, found.name);
  const code = queryErrorCode(response) ?? shapeCode;
  const requestId = found.requestId || requestIdOf(response);
  return {
    code: code || String(response.statusCode),
    message: found.message || (code ? '' : statusText(response.statusCode)),
    ...(requestId === undefined ? {} : { requestId }),
    members: readMembers(service, [code, shapeCode], found),
  };
}

/**
 * Node's own words. Its module is asked for only here, because importing it as an ES module loads Node's `fetch` as well,
 * which is slow and sets the dispatcher of the process.
 */
function statusText(statusCode: number): string {
  return process.getBuiltinModule('node:http').STATUS_CODES[statusCode] ?? '';
}

/** The body as a message, for one that is not in the service's format: the text of a proxy, but no web page. */
export function plainTextMessage(response: ReceivedResponse): string {
  const text = bodyText(response.body).trim();
  return text.startsWith('<') ? '' : text.slice(0, 500);
}

/** `aws.protocols#ThrottlingException:http://...` is `ThrottlingException`. */
export function plainCode(code: string): string {
  const [beforeUrl = ''] = code.split(':', 1);
  return beforeUrl.slice(beforeUrl.lastIndexOf('#') + 1).trim();
}

/** The code a service had in its older query API, which callers know: `x-amzn-query-error: Code;Sender`. */
function queryErrorCode(response: ReceivedResponse): string | undefined {
  const [code, fault, ...rest] = (response.headers['x-amzn-query-error'] ?? '').split(';');
  return code && fault !== undefined && rest.length === 0 ? code : undefined;
}

function readMembers(service: Service, codes: readonly string[], found: FoundError): Document {
  const schemas = errorSchemas(service);
  const schema = codes.map((code) => schemas.get(code)).find((known) => known !== undefined);
  if (schema === undefined || found.readMembers === undefined) return {};
  const read = found.readMembers;
  return attempt(() => read(schema)) ?? {};
}

function knownName(service: Service, name = ''): string {
  return errorSchemas(service).has(name) ? name : '';
}

function errorSchemas(service: Service): ReadonlyMap<string, Schema> {
  const known = errorSchemasByService.get(service);
  if (known !== undefined) return known;
  const schemas = new Map<string, Schema>();
  for (const name of service.errorShapes ?? Object.keys(service.shapes)) {
    const shape = service.shapes[name];
    if (shape?.type !== 'structure' || shape.exception !== true) continue;
    schemas.set(shape.error?.code ?? name, schemaOf(service, { shape: name }));
  }
  errorSchemasByService.set(service, schemas);
  return schemas;
}

const errorSchemasByService = new WeakMap<Service, ReadonlyMap<string, Schema>>();

function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
