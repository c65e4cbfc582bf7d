// An XML document to an output, in one pass directed by the schema. What to do at each element is prepared once a
// schema; elements the model does not know are skipped.

import { createNewObject } from './plainObjects.ts';
import type { Document } from './protocol.ts';
import type { Schema } from './schema.ts';
import { type AttributeMember, attributeMembers, readAttributes } from './xmlAttributes.ts';
import { readChildren } from './xmlChildren.ts';
import { CompiledChildren } from './xmlCompiled.ts';
import { XmlCursor } from './xmlCursor.ts';
import {
  createEntryReader,
  createFields,
  createItem,
  createStart,
  type Field,
  type Fields,
  type StructureParts,
  type XmlReader,
} from './xmlFields.ts';
import { leafOf } from './xmlLeaf.ts';
import { OpenChildren } from './xmlOpenChildren.ts';
import { nextPlace } from './xmlPlaces.ts';

/** The members in the root element, or in its child `wrapper`. Throws for bytes that are not XML or do not fit. */
export function readXml(schema: Schema, bytes: Uint8Array, wrapper?: string): Document {
  const cursor = new XmlCursor(bytes);
  cursor.open();
  if (enterWrapper(schema, cursor, wrapper)) return readElement(schema, cursor);
  return {};
}

/** Enters the child `wrapper` if there is to be one; false if an output without members does without. */
export function enterWrapper(schema: Schema, cursor: XmlCursor, wrapper: string | undefined) {
  if (wrapper === undefined || enterChild(cursor, wrapper)) return true;
  if (schema.members.size === 0) return false;
  throw new TypeError(`it has no element ${wrapper}`);
}

/** The value of the element the cursor has entered. */
export function readElement(schema: Schema, cursor: XmlCursor): Document {
  return readerOf(schema).read(cursor) as Document;
}

/** Enters the first child of that name, skipping those before it; false if there is none. */
function enterChild(cursor: XmlCursor, name: string): boolean {
  for (let child = cursor.nextChild(); child !== undefined; child = cursor.nextChild()) {
    if (child === name) return true;
    cursor.skip();
  }
  return false;
}

/** The reader of a schema; the same one on every ask. */
export function readerOf(schema: Schema): XmlReader {
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
      return schema.traits.union === true ? new UnionReader(schema) : new StructureReader(schema);
    case 'list':
      return new ListReader(schema);
    case 'map':
      return mapReader(schema);
    default: {
      const leaf = leafOf(schema);
      return { read: (cursor) => leaf?.read(cursor.readText()) };
    }
  }
}

/** An element whose children are read one by one, so that a long one can be read while it arrives. */
export interface ParentReader extends XmlReader {
  /** The place before the first child. */
  readonly start: Field;
  readonly find: (name: string) => Field | undefined;
  /** Reads its children while its end has not come. */
  readonly open: OpenChildren;
}

export class StructureReader implements ParentReader {
  readonly start = createStart();
  readonly #schema: Schema;
  readonly #attributes: readonly AttributeMember[];
  readonly #NewObject = createNewObject();
  readonly #compiled = new CompiledChildren(this.start, 'members');
  readonly open = new OpenChildren(this.start, 'open members');
  /** A structure may contain itself, so its members are prepared when the first element comes. */
  #fields: Fields | undefined;

  constructor(schema: Schema) {
    this.#schema = schema;
    this.#attributes = attributeMembers(schema);
  }

  readonly find = (name: string) => this.#fields?.get(name);

  get parts(): StructureParts | undefined {
    if (this.#attributes.length > 0) return undefined;
    const { start, find } = this;
    const finish: StructureParts['finish'] = (cursor, place, output) =>
      readChildren(cursor, place, find, output);
    return { NewObject: this.#NewObject, start, finish };
  }

  read(cursor: XmlCursor): Record<string, unknown> {
    const output = this.begin(cursor);
    const place = this.#compiled.read(cursor, output);
    if (place !== undefined) readChildren(cursor, place, this.find, output);
    return output;
  }

  /** An output with what the start tag just gone over holds. */
  begin(cursor: XmlCursor): Record<string, unknown> {
    this.#fields ??= createFields(this.#schema, readerOf);
    const output = new this.#NewObject();
    if (this.#attributes.length > 0) readAttributes(this.#attributes, cursor, output);
    return output;
  }
}

export class ListReader implements ParentReader {
  readonly start = createStart();
  readonly #schema: Schema;
  readonly #compiled = new CompiledChildren(this.start, 'items');
  readonly open = new OpenChildren(this.start, 'open items');
  #item: Field | undefined;

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  /** Whatever their names, all children are items. */
  readonly find = () => this.item;

  get item(): Field {
    this.#item ??= createItem(this.#schema.element, readerOf);
    return this.#item;
  }

  read(cursor: XmlCursor): unknown[] {
    const { stack } = cursor;
    const base = cursor.height;
    const place = this.#compiled.read(cursor, noOutput);
    if (place !== undefined) this.#readItems(cursor, place);
    const list = stack.slice(base, cursor.height);
    cursor.height = base;
    return list;
  }

  #readItems(cursor: XmlCursor, start: Field): void {
    const { find, item } = this;
    const { stack } = cursor;
    for (let here = start; nextPlace(cursor, here, find) !== undefined; here = item) {
      const value = item.readValue(cursor);
      stack[cursor.height++] = value;
    }
  }
}

/** Items go onto the stack. */
const noOutput: Record<string, unknown> = Object.freeze({});

function mapReader(schema: Schema): XmlReader {
  let readEntry: ReturnType<typeof createEntryReader> | undefined;
  const read = (cursor: XmlCursor) => {
    readEntry ??= createEntryReader(schema, readerOf);
    const map: Record<string, unknown> = {};
    while (cursor.nextChild() !== undefined) readEntry(cursor, map);
    return map;
  };
  return { read };
}

class UnionReader implements XmlReader {
  readonly #schema: Schema;
  #fields: Fields | undefined;

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  read(cursor: XmlCursor): Document {
    this.#fields ??= createFields(this.#schema, readerOf);
    const output: Record<string, unknown> = {};
    let unknownName: string | undefined;
    for (let name = cursor.nextChild(); name !== undefined; name = cursor.nextChild()) {
      const field = this.#fields.get(name);
      if (field === undefined) {
        unknownName ??= name;
        cursor.skip();
      } else field.readWhole(cursor, output);
    }
    return checkUnion(output, unknownName);
  }
}

function checkUnion(output: Document, unknownName: string | undefined): Document {
  const count = Object.keys(output).length + (unknownName === undefined ? 0 : 1);
  if (count !== 1) throw new TypeError('a union does not have exactly one member');
  return unknownName === undefined ? output : { SDK_UNKNOWN_MEMBER: { name: unknownName } };
}
