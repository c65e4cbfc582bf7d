// Checks an input against the operation's shape before anything is sent: the rules are those of botocore's validator, and
// as there all faults are found, not only the first. Values are never repeated in a message, since they may be secret.

import type { ParamFault } from '../errors.ts';
import type { OperationModel, Service } from '../models/model.ts';
import { nearNames } from '../models/nearNames.ts';
import { isBase64, isStream } from './scalars.ts';
import { type Schema, schemaOf } from './schema.ts';
import { isTimestamp } from './timestamps.ts';

/** Empty if the input may be sent. */
export function validateInput(
  service: Service,
  operation: OperationModel,
  input: unknown,
): ParamFault[] {
  if (operation.input === undefined) return refuseMembers(operation, input);
  const schema = schemaOf(service, operation.input);
  const faults: ParamFault[] = [];
  validate(schema, input, [], { faults, payload: schema.traits.payload });
  return faults;
}

/** The faults of a value that is to stand where the shape is wanted; empty if it may. */
export function validateValue(service: Service, shape: string, value: unknown): ParamFault[] {
  const faults: ParamFault[] = [];
  validate(schemaOf(service, { shape }), value, [], { faults, payload: undefined });
  return faults;
}

/** The faults of one event that is to be sent; `path` is where it stands. */
export function validateEvent(events: Schema, event: unknown, path: Path): ParamFault[] {
  const faults: ParamFault[] = [];
  validateOneOf(events, event, path, { faults, payload: undefined });
  return faults;
}

type Path = readonly (string | number)[];

interface Check {
  readonly faults: ParamFault[];
  /** The member that is the whole body: the one place for a stream. */
  readonly payload: string | undefined;
}

function validate(schema: Schema, value: unknown, path: Path, check: Check): void {
  const report = (message: string): void => void check.faults.push({ path, message });
  if (isJsonHeader(schema) || (schema.type === 'structure' && schema.traits.document === true)) {
    if (!isJson(value)) report('must be plain JSON.');
    return;
  }
  if (schema.traits.eventstream === true) {
    validateEvents(schema, value, path, check);
    return;
  }
  switch (schema.type) {
    case 'structure':
      validateStructure(schema, value, path, check);
      break;
    case 'list':
      validateList(schema, value, path, check);
      break;
    case 'map':
      validateMap(schema, value, path, check);
      break;
    default:
      for (const message of scalarFaults(schema, value, isPayload(path, check))) report(message);
  }
}

function isPayload(path: Path, { payload }: Check): boolean {
  return path.length === 1 && path[0] === payload;
}

function validateStructure(schema: Schema, value: unknown, path: Path, check: Check): void {
  if (!isObject(value)) {
    check.faults.push({ path, message: mustBe('an object', value) });
    return;
  }
  const given = Object.keys(value).filter((name) => value[name] !== undefined);
  if (schema.traits.union === true && given.length !== 1) {
    const names = [...schema.members.keys()].join(', ');
    check.faults.push({ path, message: `must have exactly one of the members ${names}.` });
  }
  for (const name of schema.traits.required ?? []) {
    if (value[name] !== undefined) continue;
    check.faults.push({ path: [...path, name], message: 'is required and missing.' });
  }
  for (const name of given) {
    const member = schema.members.get(name);
    if (member !== undefined) validate(member, value[name], [...path, name], check);
    else check.faults.push({ path: [...path, name], message: unknownMember(schema, name) });
  }
}

/** A list is looked at now, and events that come later when they come. */
function validateEvents(schema: Schema, value: unknown, path: Path, check: Check): void {
  if (Array.isArray(value)) {
    for (const [index, event] of value.entries()) {
      validateOneOf(schema, event, [...path, index], check);
    }
  } else if (!isIterable(value)) {
    check.faults.push({ path, message: mustBe('a list of events, or an iterable of them', value) });
  }
}

function validateOneOf(schema: Schema, value: unknown, path: Path, check: Check): void {
  validateStructure(schema, value, path, check);
  const isOne = !isObject(value) || Object.values(value).filter(isPresent).length === 1;
  if (isOne || schema.traits.union === true) return;
  const names = [...schema.members.keys()].join(', ');
  check.faults.push({ path, message: `must have exactly one of the members ${names}.` });
}

function isPresent(value: unknown): boolean {
  return value !== undefined;
}

function isIterable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Symbol.asyncIterator in value || Symbol.iterator in value;
}

function validateList(schema: Schema, value: unknown, path: Path, check: Check): void {
  if (!Array.isArray(value)) {
    check.faults.push({ path, message: mustBe('a list', value) });
    return;
  }
  const tooShort = belowMinimum(schema, value.length);
  if (tooShort) check.faults.push({ path, message: `must have at least ${tooShort} items.` });
  for (const [index, item] of value.entries()) {
    if (item === null && schema.traits.sparse === true) continue;
    validate(schema.element, item, [...path, index], check);
  }
}

function validateMap(schema: Schema, value: unknown, path: Path, check: Check): void {
  if (!isObject(value)) {
    check.faults.push({ path, message: mustBe('an object', value) });
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    for (const message of scalarFaults(schema.key, key, false)) {
      check.faults.push({ path: [...path, key], message: `as a key ${message}` });
    }
    if (item === null && schema.traits.sparse === true) continue;
    validate(schema.value, item, [...path, key], check);
  }
}

function scalarFaults(schema: Schema, value: unknown, isBody: boolean): readonly string[] {
  switch (schema.type) {
    case 'blob':
      return blobFaults(value, isBody);
    case 'boolean':
      return typeof value === 'boolean' ? [] : [mustBe('true or false', value)];
    case 'timestamp':
      return isTimestamp(value)
        ? []
        : [mustBe('a timestamp: ISO 8601 text, or seconds since 1970', value)];
    case 'integer':
    case 'long':
      return isInteger(value) ? rangeFaults(schema, value) : [mustBe('an integer', value)];
    case 'float':
    case 'double':
      return isNumber(value) ? rangeFaults(schema, value) : [mustBe('a number', value)];
    default:
      return typeof value === 'string' ? lengthFaults(schema, value) : [mustBe('text', value)];
  }
}

function blobFaults(value: unknown, isBody: boolean): readonly string[] {
  if (value instanceof Uint8Array) return [];
  if (typeof value === 'string') return isBase64(value) ? [] : ['must be base64 text.'];
  if (!isStream(value)) return [mustBe('base64 text, bytes or a stream', value)];
  return isBody ? [] : ['must be base64 text or bytes; only a body may be a stream.'];
}

function rangeFaults(schema: Schema, value: number | bigint | string): readonly string[] {
  const minimum = belowMinimum(schema, typeof value === 'string' ? Number(value) : value);
  return minimum === undefined ? [] : [`must be at least ${minimum}.`];
}

function lengthFaults(schema: Schema, value: string): readonly string[] {
  const minimum = belowMinimum(schema, [...value].length);
  return minimum === undefined ? [] : [`must have at least ${minimum} characters.`];
}

/** The least that is allowed, if `size` is below it. What becomes part of the host name may not be empty. */
function belowMinimum(schema: Schema, size: number | bigint): number | undefined {
  const minimum = schema.traits.min ?? (schema.traits.hostLabel === true ? 1 : undefined);
  return minimum !== undefined && size < minimum ? minimum : undefined;
}

function refuseMembers(operation: OperationModel, input: unknown): ParamFault[] {
  if (input === undefined || (isObject(input) && Object.keys(input).length === 0)) return [];
  return [{ path: [], message: `must be empty: ${operation.name} takes no input.` }];
}

function unknownMember(schema: Schema, name: string): string {
  const names = [...schema.members.keys()];
  if (names.length === 0) return `is not known: ${schema.name} has no members.`;
  const [near] = nearNames(name, names, 1);
  if (near !== undefined) return `is not known. Did you mean ${near}?`;
  return `is not known. ${schema.name} has ${names.slice(0, 20).join(', ')}${names.length > 20 ? ' ...' : ''}.`;
}

function isJsonHeader({ traits, type }: Schema): boolean {
  return traits.jsonvalue === true && traits.location === 'header' && type === 'string';
}

/** What is written with an exponent from 1e21 on is no integer any more. */
function isInteger(value: unknown): value is number | bigint {
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 1e21;
  return typeof value === 'bigint';
}

/** The names stand for the three numbers JSON has no form for. */
function isNumber(value: unknown): value is number | bigint | string {
  if (typeof value === 'string') return ['NaN', 'Infinity', '-Infinity'].includes(value);
  return typeof value === 'number' || typeof value === 'bigint';
}

function isJson(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isJson);
  if (isObject(value)) return Object.values(value).every(isJson);
  return value === null || ['string', 'number', 'bigint', 'boolean'].includes(typeof value);
}

/** An object as JSON has it: no list, no date, no bytes. */
function isObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof Date || value instanceof Uint8Array || isStream(value));
}

function mustBe(expected: string, value: unknown): string {
  return `must be ${expected}, not ${nameType(value)}.`;
}

function nameType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return 'this text';
  return typeof value === 'number' ? 'this number' : `a ${typeof value}`;
}
