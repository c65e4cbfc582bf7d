// An XML document to an output, in one pass directed by the schema. What to do at each element is prepared once a
// schema; elements the model does not know are skipped.

import type { Document } from './protocol.ts';
import type { Schema } from './schema.ts';
import { attributeMembers, readAttributes } from './xmlAttributes.ts';
import { XmlCursor } from './xmlCursor.ts';
import { leafOf, type XmlLeaf } from './xmlLeaf.ts';
import type { Markup } from './xmlMarkup.ts';
import { nextPlace } from './xmlPlaces.ts';

/** The members in the root element, or in its child `wrapper`. Throws for bytes that are not XML or do not fit. */
export function readXml(schema: Schema, bytes: Uint8Array, wrapper?: string): Document {
  const cursor = new XmlCursor(bytes);
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

/** Reads the element just entered, and leaves it. */
type XmlReader = (cursor: XmlCursor) => unknown;

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
      return schema.traits.union === true ? unionReader(schema) : structureReader(schema);
    case 'list':
      return listReader(schema);
    case 'map':
      return mapReader(schema);
    default: {
      const leaf = leafOf(schema);
      return (cursor) => leaf?.read(cursor.readText());
    }
  }
}

/** Puts the value of the element just entered into the output of the structure it stands in. */
type FieldReader = (cursor: XmlCursor, output: Record<string, unknown>) => void;

/** What becomes of the elements of one name; where it leads to is in `following`. */
interface Field {
  readonly name: string | undefined;
  readonly member: string;
  /** Reads values without children. */
  readonly leaf: XmlLeaf | undefined;
  readonly isLeaf: boolean;
  /** Reads all else. */
  readonly read: FieldReader;
  readonly following: Markup<Field>[];
}

function createField(
  name: string | undefined,
  member: string,
  leaf: XmlLeaf | undefined,
  read: FieldReader,
): Field {
  return { name, member, leaf, isLeaf: leaf !== undefined, read, following: [] };
}

const nothing: FieldReader = () => undefined;

function structureReader(schema: Schema): XmlReader {
  const attributes = attributeMembers(schema);
  const start = createField(undefined, '', undefined, nothing);
  // A structure may contain itself, so its members are prepared when the first element comes.
  let fields: ReadonlyMap<string, Field> | undefined;
  const find = (name: string) => fields?.get(name);
  return (cursor) => {
    fields ??= createFields(schema);
    const output: Record<string, unknown> = {};
    if (attributes.length > 0) readAttributes(attributes, cursor, output);
    for (let field = nextPlace(cursor, start, find); field !== undefined; ) {
      if (field.leaf === undefined) field.read(cursor, output);
      else output[field.member] = readLeaf(field.leaf, cursor);
      field = nextPlace(cursor, field, find);
    }
    return output;
  };
}

/** The value of the leaf just entered; unless it is empty, its end tag is left to `nextPlace`. */
function readLeaf(leaf: XmlLeaf, cursor: XmlCursor): unknown {
  const start = cursor.at;
  const end = cursor.plainLeafEnd();
  return end === undefined
    ? leaf.read(cursor.readLeafText())
    : leaf.readPlain(cursor.texts, start, end);
}

function createFields(schema: Schema): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const [member, memberSchema] of schema.members) {
    if (memberSchema.traits.location !== undefined) continue;
    const name = elementName(memberSchema, member);
    const read = fieldReader(memberSchema, member);
    const other = fields.get(name);
    const leaf = other === undefined ? leafOf(memberSchema) : undefined;
    const readAll = other === undefined ? read : readTwice(other, read);
    fields.set(name, createField(name, member, leaf, readAll));
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
function readTwice(first: Field, second: FieldReader): FieldReader {
  return (cursor, output) => {
    const mark = cursor.mark();
    if (first.leaf) output[first.member] = first.leaf.read(cursor.readText());
    else first.read(cursor, output);
    cursor.reset(mark);
    second(cursor, output);
  };
}

function listReader(schema: Schema): XmlReader {
  const start = createField(undefined, '', undefined, nothing);
  let item: Field | undefined;
  let read: XmlReader | undefined;
  // Whatever their names, all children are items.
  const find = () => item;
  return (cursor) => {
    read ??= readerOf(schema.element);
    item ??= createField(undefined, '', leafOf(schema.element), nothing);
    const { leaf } = item;
    const list: unknown[] = [];
    for (let here = start; nextPlace(cursor, here, find) !== undefined; here = item) {
      list.push(leaf === undefined ? read(cursor) : readLeaf(leaf, cursor));
    }
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

function unionReader(schema: Schema): XmlReader {
  let fields: ReadonlyMap<string, Field> | undefined;
  return (cursor) => {
    fields ??= createFields(schema);
    const output: Record<string, unknown> = {};
    let unknownName: string | undefined;
    for (let name = cursor.nextChild(); name !== undefined; name = cursor.nextChild()) {
      const field = fields.get(name);
      if (field === undefined) {
        unknownName ??= name;
        cursor.skip();
      } else if (field.leaf) output[field.member] = field.leaf.read(cursor.readText());
      else field.read(cursor, output);
    }
    return checkUnion(output, unknownName);
  };
}

function checkUnion(output: Document, unknownName: string | undefined): Document {
  const count = Object.keys(output).length + (unknownName === undefined ? 0 : 1);
  if (count !== 1) throw new TypeError('a union does not have exactly one member');
  return unknownName === undefined ? output : { SDK_UNKNOWN_MEMBER: { name: unknownName } };
}
