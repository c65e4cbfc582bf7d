// JSON read straight into an output by its schema, without a tree of values in between. Where many small objects are nested
// in each other, as in the items of a table, that is faster than to parse and to look at everything again; with long texts it
// is slower. What it gives is what the readers of trees give.

import { isAscii } from 'node:buffer';
import {
  createFields,
  type Field,
  type Fields,
  findField,
  type Key,
  rememberKey,
  type ScanReader,
  takeKey,
} from './jsonKeys.ts';
import { broken, JsonScanner } from './jsonScanner.ts';
import { createNewObject } from './plainObjects.ts';
import type { Document } from './protocol.ts';
import type { Schema } from './schema.ts';
import type { TreeReaders } from './treeRead.ts';

const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const firstOfNull = 0x6e;

const sampled = 8192;
/** Bytes to an object, up to which scanning is faster. */
const dense = 100;

/** True for a text of many small objects in plain ASCII. */
export function isWorthScanning(bytes: Uint8Array): boolean {
  if (bytes.length < sampled || bytes[0] !== openBrace) return false;
  let objects = 0;
  for (let at = 0; at < sampled; at++) if (bytes[at] === openBrace) objects += 1;
  return objects * dense > sampled && isAscii(bytes);
}

/** Gives a reader of whole texts. `leafOf` are the readers of what is no structure, list or map. */
export function createJsonScan(
  leafOf: TreeReaders,
): (schema: Schema, bytes: Uint8Array) => Document {
  const known = new WeakMap<Schema, ScanReader>();
  const readerOf = (schema: Schema): ScanReader => {
    const reader = known.get(schema) ?? createReader(schema, readerOf, leafOf);
    known.set(schema, reader);
    return reader;
  };
  return (schema, bytes) => {
    const scanner = new JsonScanner(bytes);
    const output = readerOf(schema)(scanner) as Document;
    scanner.finish();
    return output;
  };
}

type ReaderOf = (schema: Schema) => ScanReader;

function createReader(schema: Schema, readerOf: ReaderOf, leafOf: TreeReaders): ScanReader {
  if (schema.traits.document === true) return (scanner) => scanner.takeValue();
  switch (schema.type) {
    case 'structure':
      return schema.traits.union === true
        ? unionReader(schema, readerOf)
        : structureReader(schema, readerOf);
    case 'list':
      return listReader(() => readerOf(schema.element));
    case 'map':
      return mapReader(() => readerOf(schema.value));
    default:
      return leafReader(leafOf(schema));
  }
}

function leafReader(convert: ReturnType<TreeReaders>): ScanReader {
  if (convert === undefined) return (scanner) => scanner.takeValue();
  return (scanner) => convert(scanner.takeValue());
}

function structureReader(schema: Schema, readerOf: ReaderOf): ScanReader {
  // A structure may contain itself, so its members are prepared when the first value comes.
  let fields: Fields | undefined;
  let first: Field | undefined;
  const NewObject = createNewObject();
  return (scanner) => {
    open(scanner, openBrace, 'a structure is not an object');
    fields ??= createFields(schema, readerOf);
    const output = new NewObject();
    if (isEmpty(scanner, closeBrace)) return output;
    let last: Field | undefined;
    do {
      const guess = last === undefined ? first : last.next;
      const field =
        guess !== undefined && scanner.takesBytes(guess.bytes) ? guess : findField(scanner, fields);
      if (field === undefined) {
        scanner.takeValue();
        continue;
      }
      if (last === undefined) first = field;
      else last.next = field;
      last = field;
      if (!takesNull(scanner)) output[field.member] = field.read(scanner);
      else if (Object.hasOwn(output, field.member)) delete output[field.member];
    } while (scanner.takesComma(closeBrace));
    return output;
  };
}

/** Of exactly one member; one that is newer than the model is named. */
function unionReader(schema: Schema, readerOf: ReaderOf): ScanReader {
  let fields: Fields | undefined;
  return (scanner) => {
    open(scanner, openBrace, 'a structure is not an object');
    fields ??= createFields(schema, readerOf);
    let output: Record<string, unknown> | undefined;
    if (!isEmpty(scanner, closeBrace)) {
      do {
        const name = takeKey(scanner);
        const isLeftOut = name === '__type';
        if (isLeftOut || takesNull(scanner)) {
          if (isLeftOut) scanner.takeValue();
          continue;
        }
        if (output !== undefined) throw notOneMember();
        output = readMember(scanner, name, fields.byName.get(name));
      } while (scanner.takesComma(closeBrace));
    }
    if (output === undefined) throw notOneMember();
    return output;
  };
}

function readMember(scanner: JsonScanner, name: string, field: Field | undefined) {
  if (field !== undefined) return { [field.member]: field.read(scanner) };
  scanner.takeValue();
  return { SDK_UNKNOWN_MEMBER: { name } };
}

function notOneMember(): TypeError {
  return new TypeError('a union does not have exactly one member');
}

function listReader(element: () => ScanReader): ScanReader {
  let read: ScanReader | undefined;
  return (scanner) => {
    open(scanner, openBracket, 'a list is not a list');
    read ??= element();
    const output: unknown[] = [];
    if (isEmpty(scanner, closeBracket)) return output;
    do {
      output.push(takesNull(scanner) ? null : read(scanner));
    } while (scanner.takesComma(closeBracket));
    return output;
  };
}

/** A map of a service may have any keys, a table's items mostly the same ones. */
const mostKeys = 1000;

function mapReader(value: () => ScanReader): ScanReader {
  let read: ScanReader | undefined;
  let keys = new Map<string, Key>();
  const NewObject = createNewObject();
  let first: Key | undefined;
  return (scanner) => {
    open(scanner, openBrace, 'a structure is not an object');
    read ??= value();
    const output = new NewObject();
    if (isEmpty(scanner, closeBrace)) return output;
    if (keys.size > mostKeys) keys = new Map();
    let last: Key | undefined;
    do {
      const guess = last === undefined ? first : last.next;
      const key =
        guess !== undefined && scanner.takesBytes(guess.bytes) ? guess : rememberKey(scanner, keys);
      if (last === undefined) first = key;
      else last.next = key;
      last = key;
      const item = takesNull(scanner) ? null : read(scanner);
      if (key.name === '__proto__') own(output, key.name, item);
      else output[key.name] = item;
    } while (scanner.takesComma(closeBrace));
    return output;
  };
}

/** Set in the usual way, this name would change the object's prototype. */
function own(output: object, name: string, value: unknown): void {
  const attributes = { enumerable: true, configurable: true, writable: true };
  Object.defineProperty(output, name, { value, ...attributes });
}

function open(scanner: JsonScanner, sign: number, problem: string): void {
  if (scanner.peek() !== sign) {
    scanner.takeValue();
    throw new TypeError(problem);
  }
  scanner.at += 1;
}

function isEmpty(scanner: JsonScanner, close: number): boolean {
  if (scanner.peek() !== close) return false;
  scanner.at += 1;
  return true;
}

function takesNull(scanner: JsonScanner): boolean {
  if (scanner.peek() !== firstOfNull) return false;
  if (scanner.takeValue() !== null) throw broken();
  return true;
}
