// What to do at the elements of an XML document, prepared once a schema.

import type { NewObject } from './plainObjects.ts';
import type { Schema } from './schema.ts';
import type { XmlCursor } from './xmlCursor.ts';
import { leafOf, type XmlLeaf } from './xmlLeaf.ts';
import type { Markup } from './xmlMarkup.ts';
import type { Place } from './xmlPlaces.ts';
import { TextHabit } from './xmlShared.ts';
import type { XmlTexts } from './xmlTexts.ts';

/** Reads the element just entered, and leaves it. */
export interface XmlReader {
  /** Of a structure without attributes, for what reads it by other means. */
  readonly parts?: StructureParts | undefined;
  read(cursor: XmlCursor): unknown;
}

export interface StructureParts {
  readonly NewObject: NewObject;
  /** The place before the first child. */
  readonly start: Field;
  /** Reads the children behind a place into an output, and leaves the element. */
  finish(cursor: XmlCursor, place: Field, output: Record<string, unknown>): void;
}

/** Reads the element just entered into the output of the structure it stands in. */
type ReadInto = (cursor: XmlCursor, output: Record<string, unknown>) => void;

/** How the value of an element is read: one of the three is there. */
interface Reading {
  /** A value without children. */
  readonly leaf?: XmlLeaf | undefined;
  readonly reader?: XmlReader | undefined;
  /** Anything that is not simply one value. */
  readonly readInto?: ReadInto | undefined;
}

/** The elements of one name in a structure, or the items of a list. */
export class Field implements Place {
  readonly name: string | undefined;
  readonly member: string;
  readonly leaf: XmlLeaf | undefined;
  readonly reader: XmlReader | undefined;
  readonly readInto: ReadInto | undefined;
  readonly isLeaf: boolean;
  /** True where each element is one item of the member. */
  readonly isItem: boolean;
  readonly following: Markup<this>[] = [];
  readonly habit = new TextHabit();

  constructor(name: string | undefined, member: string, reading: Reading, isItem = false) {
    this.name = name;
    this.member = member;
    this.leaf = reading.leaf;
    this.reader = reading.reader;
    this.readInto = reading.readInto;
    this.isLeaf = reading.leaf !== undefined;
    this.isItem = isItem;
  }

  /** The value of the element just entered, whose end tag stays for `nextPlace` if it is a leaf. */
  readValue(cursor: XmlCursor): unknown {
    const { leaf } = this;
    if (leaf === undefined) return this.reader?.read(cursor);
    const start = cursor.at;
    const end = cursor.leafEnd();
    if (end === undefined) return leaf.read(cursor.readLeafText());
    return this.readText(cursor.texts, start, end, cursor.isPlain);
  }

  /** The value of a leaf whose text that is; `isPlain` as the cursor has it. */
  readText(texts: XmlTexts, start: number, end: number, isPlain: boolean): unknown {
    const leaf = this.leaf as XmlLeaf;
    if (!isPlain) return leaf.read(texts.decode(start, end, this.habit));
    if (!leaf.isText) return leaf.readPlain(texts, start, end);
    const { habit } = this;
    const text = texts.plain(start, end, habit);
    if (!habit.isUnique && text.length > 0) habit.expect(text, texts.bytes, start);
    return text;
  }

  /** The same, put where it belongs. */
  read(cursor: XmlCursor, output: Record<string, unknown>): void {
    if (this.readInto === undefined) this.put(output, this.readValue(cursor));
    else this.readInto(cursor, output);
  }

  put(output: Record<string, unknown>, value: unknown): void {
    if (this.isItem) addItem(output, this.member, value);
    else output[this.member] = value;
  }

  /** `read` with the end tag, also where the value is a leaf. */
  readWhole(cursor: XmlCursor, output: Record<string, unknown>): void {
    if (this.leaf === undefined) this.read(cursor, output);
    else this.put(output, this.leaf.read(cursor.readText()));
  }
}

function addItem(output: Record<string, unknown>, member: string, item: unknown): void {
  const list = output[member];
  if (Array.isArray(list)) list.push(item);
  else output[member] = [item];
}

export type ReaderOf = (schema: Schema) => XmlReader;

/** By the names of their elements. */
export type Fields = ReadonlyMap<string, Field>;

export function createFields(schema: Schema, readerOf: ReaderOf): Fields {
  const fields = new Map<string, Field>();
  for (const [member, memberSchema] of schema.members) {
    if (memberSchema.traits.location !== undefined) continue;
    const name = elementName(memberSchema, member);
    const field = createField(name, member, memberSchema, readerOf);
    const other = fields.get(name);
    fields.set(name, other === undefined ? field : bothOf(other, field));
  }
  return fields;
}

function createField(name: string, member: string, schema: Schema, readerOf: ReaderOf): Field {
  if (isFlattened(schema, 'map')) {
    const readInto: ReadInto = (cursor, output) => {
      output[member] ??= {};
      readEntry(cursor, output[member] as Record<string, unknown>);
    };
    const readEntry = createEntryReader(schema, readerOf);
    return new Field(name, member, { readInto });
  }
  const isItem = isFlattened(schema, 'list');
  const valueSchema = isItem ? schema.element : schema;
  return new Field(name, member, readingOf(valueSchema, readerOf), isItem);
}

/** The items of a list, whatever their names. */
export function createItem(schema: Schema, readerOf: ReaderOf): Field {
  return new Field(undefined, '', readingOf(schema, readerOf));
}

/** The place before the first child. */
export function createStart(): Field {
  return new Field(undefined, '', {});
}

function readingOf(schema: Schema, readerOf: ReaderOf): Reading {
  const leaf = leafOf(schema);
  return leaf === undefined ? { reader: readerOf(schema) } : { leaf };
}

/** The items of a flattened list go by their own name. */
function elementName(schema: Schema, member: string): string {
  const itemName = isFlattened(schema, 'list') ? schema.element.traits.locationName : undefined;
  return itemName ?? schema.traits.locationName ?? member;
}

function isFlattened(schema: Schema, type: 'list' | 'map'): boolean {
  return schema.traits.flattened === true && schema.type === type;
}

/** Some old shapes of S3 have a member and its list form under one name. */
function bothOf(first: Field, second: Field): Field {
  const readInto: ReadInto = (cursor, output) => {
    const mark = cursor.mark();
    first.readWhole(cursor, output);
    cursor.reset(mark);
    second.readWhole(cursor, output);
  };
  return new Field(first.name, first.member, { readInto });
}

/** Reads the entry just entered into its map. */
export function createEntryReader(schema: Schema, readerOf: ReaderOf): ReadInto {
  const keyName = schema.key.traits.locationName ?? 'key';
  const valueName = schema.value.traits.locationName ?? 'value';
  const valueReader = readerOf(schema.value);
  return (cursor, map) => {
    let key: string | undefined;
    let value: unknown;
    for (let name = cursor.nextChild(); name !== undefined; name = cursor.nextChild()) {
      if (name === keyName) key = cursor.readText();
      else if (name === valueName) value = valueReader.read(cursor);
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
