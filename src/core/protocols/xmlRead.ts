// An XML document to an output, in one pass directed by the schema. What to do at each element is prepared once a
// schema; elements the model does not know are skipped.

import type { Document } from './protocol.ts';
import { parseBase64, parseFloatText, parseInteger } from './scalars.ts';
import type { Schema } from './schema.ts';
import { parseTimestamp } from './timestamps.ts';
import { attributeMembers, readAttributes } from './xmlAttributes.ts';
import { XmlCursor } from './xmlCursor.ts';

/** Reads the element just entered, and leaves it. */
type XmlReader = (cursor: XmlCursor) => unknown;

/** The members in the root element, or in its child `wrapper`. Throws for text that is not XML or does not fit. */
export function readXml(schema: Schema, text: string, wrapper?: string): Document {
  const cursor = new XmlCursor(text);
  cursor.open();
  if (wrapper === undefined || enterChild(cursor, wrapper)) return readElement(schema, cursor);
  if (schema.members.size === 0) return {};
  throw new TypeError(`it has no element ${wrapper}`);
}

/** The value of the element the cursor has entered. */
export function readElement(schema: Schema, cursor: XmlCursor): Document {
  return readerOf(schema)(cursor) as Document;
}

/** Enters the first child of that name, skipping those before it; false if there is none. */
function enterChild(cursor: XmlCursor, name: string): boolean {
  for (let child = cursor.nextChild(); child !== undefined; child = cursor.nextChild()) {
    if (child === name) return true;
    cursor.skip();
  }
  return false;
}

function readerOf(schema: Schema): XmlReader {
  const known = readersBySchema.get(schema);
  if (known !== undefined) return known;
  const reader = createReader(schema);
  readersBySchema.set(schema, reader);
  return reader;
}

const readersBySchema = new WeakMap<Schema, XmlReader>();

function createReader(schema: Schema): XmlReader {
  switch (schema.type) {
    case 'structure':
      return structureReader(schema);
    case 'list':
      return listReader(schema);
    case 'map':
      return mapReader(schema);
    case 'integer':
    case 'long':
      return (cursor) => parseInteger(cursor.readText());
    case 'float':
    case 'double':
      return (cursor) => parseFloatText(cursor.readText());
    case 'boolean':
      return (cursor) => cursor.readText() === 'true';
    case 'timestamp':
      return (cursor) => parseTimestamp(cursor.readText());
    case 'blob':
      return (cursor) => parseBase64(cursor.readText());
    default:
      return (cursor) => cursor.readText();
  }
}

/** Reads one element into the output of the structure it stands in. */
type FieldReader = (cursor: XmlCursor, output: Record<string, unknown>) => void;

interface Field {
  readonly name: string;
  readonly read: FieldReader;
  /** What came after this one the last time. */
  next?: Field | undefined;
}

function structureReader(schema: Schema): XmlReader {
  const attributes = attributeMembers(schema);
  const isUnion = schema.traits.union === true;
  // A structure may contain itself, so its members are prepared when the first element comes.
  let fields: ReadonlyMap<string, Field> | undefined;
  const before: Field = { name: '', read: () => undefined };
  return (cursor) => {
    fields ??= createFields(schema);
    const output: Record<string, unknown> = {};
    if (attributes.length > 0) readAttributes(attributes, cursor, output);
    const unknownName = readFields(fields, before, cursor, output);
    return isUnion ? checkUnion(output, unknownName) : output;
  };
}

/** Gives the name of the first element that no field has. */
function readFields(
  fields: ReadonlyMap<string, Field>,
  before: Field,
  cursor: XmlCursor,
  output: Record<string, unknown>,
): string | undefined {
  let unknownName: string | undefined;
  let last = before;
  for (;;) {
    let field = last.next;
    if (field === undefined || !cursor.enterExpected(field.name)) {
      const name = cursor.nextChild();
      if (name === undefined) return unknownName;
      field = fields.get(name);
      if (field === undefined) {
        unknownName ??= name;
        cursor.skip();
        continue;
      }
      last.next = field;
    }
    field.read(cursor, output);
    last = field;
  }
}

function createFields(schema: Schema): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const [member, memberSchema] of schema.members) {
    if (memberSchema.traits.location !== undefined) continue;
    const name = elementName(memberSchema, member);
    const read = fieldReader(memberSchema, member);
    const other = fields.get(name);
    fields.set(name, { name, read: other === undefined ? read : readTwice(other.read, read) });
  }
  return fields;
}

/** The items of a flattened list go by their own name. */
function elementName(schema: Schema, member: string): string {
  const isFlattenedList = schema.type === 'list' && schema.traits.flattened === true;
  const itemName = isFlattenedList ? schema.element.traits.locationName : undefined;
  return itemName ?? schema.traits.locationName ?? member;
}

function fieldReader(schema: Schema, member: string): FieldReader {
  if (schema.traits.flattened === true && schema.type === 'list') {
    const read = readerOf(schema.element);
    return (cursor, output) => {
      const list = output[member];
      if (Array.isArray(list)) list.push(read(cursor));
      else output[member] = [read(cursor)];
    };
  }
  if (schema.traits.flattened === true && schema.type === 'map') {
    const readEntry = entryReader(schema);
    return (cursor, output) => {
      output[member] ??= {};
      readEntry(cursor, output[member] as Record<string, unknown>);
    };
  }
  const read = readerOf(schema);
  return (cursor, output) => {
    output[member] = read(cursor);
  };
}

/** Some old shapes of S3 have a member and its list form under one name. */
function readTwice(first: FieldReader, second: FieldReader): FieldReader {
  return (cursor, output) => {
    const mark = cursor.mark();
    first(cursor, output);
    cursor.reset(mark);
    second(cursor, output);
  };
}

function listReader(schema: Schema): XmlReader {
  let read: XmlReader | undefined;
  return (cursor) => {
    read ??= readerOf(schema.element);
    const list: unknown[] = [];
    while (cursor.nextChild() !== undefined) list.push(read(cursor));
    return list;
  };
}

function mapReader(schema: Schema): XmlReader {
  let readEntry: FieldReader | undefined;
  return (cursor) => {
    readEntry ??= entryReader(schema);
    const map: Record<string, unknown> = {};
    while (cursor.nextChild() !== undefined) readEntry(cursor, map);
    return map;
  };
}

function entryReader(schema: Schema): FieldReader {
  const keyName = schema.key.traits.locationName ?? 'key';
  const valueName = schema.value.traits.locationName ?? 'value';
  const readValue = readerOf(schema.value);
  return (cursor, map) => {
    let key: string | undefined;
    let value: unknown;
    for (let name = cursor.nextChild(); name !== undefined; name = cursor.nextChild()) {
      if (name === keyName) key = cursor.readText();
      else if (name === valueName) value = readValue(cursor);
      else cursor.skip();
    }
    if (key === undefined) throw new TypeError('an entry of a map has no key');
    setEntry(map, key, value);
  };
}

/** A key is data: `__proto__` must not change what the map is. */
function setEntry(map: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') map[key] = value;
  else
    Object.defineProperty(map, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

function checkUnion(output: Document, unknownName: string | undefined): Document {
  const count = Object.keys(output).length + (unknownName === undefined ? 0 : 1);
  if (count !== 1) throw new TypeError('a union does not have exactly one member');
  return unknownName === undefined ? output : { SDK_UNKNOWN_MEMBER: { name: unknownName } };
}
