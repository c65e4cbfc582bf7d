// The tree of values that JSON and CBOR decode to, to an output. A reader is prepared once a schema and changes the tree
// in place, touching only what the model has another type or name for. Members the model does not know, and members
// that are null, are left out, as botocore does.

import { parseFloatText, parseInteger } from './scalars.ts';
import type { Schema } from './schema.ts';
import { TreeCheck } from './treeCheck.ts';

/** Takes a value that is not null. */
export type TreeReader = (value: unknown) => unknown;

/** How a format holds the values that have no form of their own in JSON. */
export interface TreeReadFormat {
  readonly blob: TreeReader;
  readonly timestamp: TreeReader;
  /** For both widths, because services send numbers beyond what they promise. */
  readonly integer: TreeReader;
  /** Free-form values; absent where they are taken as they are. */
  readonly document?: TreeReader;
}

/** A number as it is, or the one a text holds: some services quote theirs. */
export function readInteger(value: unknown): unknown {
  return typeof value === 'string' ? parseInteger(value) : value;
}

function readFloat(value: unknown): unknown {
  if (typeof value === 'string') return parseFloatText(value);
  return typeof value === 'bigint' ? Number(value) : value;
}

/** Gives the reader of a schema; `undefined` where the tree's own values are the output's. */
export type TreeReaders = (schema: Schema) => TreeReader | undefined;

export function createTreeReaders(format: TreeReadFormat): TreeReaders {
  const known = new WeakMap<Schema, TreeReader | undefined>();
  const readerOf: TreeReaders = (schema) => {
    if (!known.has(schema)) known.set(schema, createReader(format, schema, readerOf));
    return known.get(schema);
  };
  return readerOf;
}

function createReader(
  format: TreeReadFormat,
  schema: Schema,
  readerOf: TreeReaders,
): TreeReader | undefined {
  switch (schema.type) {
    case 'structure':
      return schema.traits.document === true ? format.document : structureReader(schema, readerOf);
    case 'list':
      return listReader(readerOf(schema.element));
    case 'map':
      return mapReader(readerOf(schema.value));
    case 'blob':
      return format.blob;
    case 'timestamp':
      return format.timestamp;
    case 'integer':
    case 'long':
      return format.integer;
    case 'float':
    case 'double':
      return readFloat;
    case 'boolean':
      return (value) => (typeof value === 'string' ? value.toLowerCase() === 'true' : value);
    default:
      return undefined;
  }
}

interface Field {
  readonly name: string;
  readonly member: string;
  readonly read: TreeReader | undefined;
  /** Most of the values that are looked at are integers that stay as they are, and need no call. */
  readonly isInteger: boolean;
  /** What came after it the last time: services write members in the same order, and a guess is quicker than to look up. */
  next: Field | undefined;
}

function structureReader(schema: Schema, readerOf: TreeReaders): TreeReader {
  const isUnion = schema.traits.union === true;
  // A structure may contain itself, so its members are prepared when the first value comes.
  let fields: ReadonlyMap<string, Field> | undefined;
  let isRenamed = false;
  const check = new TreeCheck(schema, (one) => readerOf(one) === undefined);
  const start: Field = { name: '', member: '', read: undefined, isInteger: false, next: undefined };
  return (value) => {
    const tree = asObject(value);
    if (fields === undefined) {
      fields = createFields(schema, readerOf);
      isRenamed = [...fields].some(([name, field]) => name !== field.member);
    }
    if (isUnion) {
      const unknownMember = findUnknownMember(tree, fields);
      if (unknownMember !== undefined) return { SDK_UNKNOWN_MEMBER: { name: unknownMember } };
    }
    if (isRenamed) return readRenamed(tree, fields);
    return check.passes(tree) ? tree : readInPlace(tree, fields, start);
  };
}

function createFields(schema: Schema, readerOf: TreeReaders): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const [member, memberSchema] of schema.members) {
    if (memberSchema.traits.location !== undefined) continue;
    const name = memberSchema.traits.locationName ?? member;
    const isInteger = memberSchema.type === 'integer' || memberSchema.type === 'long';
    fields.set(name, { name, member, read: readerOf(memberSchema), isInteger, next: undefined });
  }
  return fields;
}

function readRenamed(tree: Record<string, unknown>, fields: ReadonlyMap<string, Field>): object {
  const output: Record<string, unknown> = {};
  for (const name in tree) {
    const field = fields.get(name);
    const value = tree[name];
    if (field === undefined || value === null) continue;
    output[field.member] = field.read === undefined ? value : field.read(value);
  }
  return output;
}

/** A copy is begun only at the first member to leave out, and nothing is written that stays as it is. */
function readInPlace(
  tree: Record<string, unknown>,
  fields: ReadonlyMap<string, Field>,
  start: Field,
): object {
  let output = tree;
  let last = start;
  for (const name in tree) {
    let field = last.next;
    if (field === undefined || field.name !== name) {
      field = fields.get(name);
      if (field !== undefined) last.next = field;
    }
    const value = tree[name];
    if (field === undefined || value === null) {
      if (output === tree) output = copyUpTo(tree, name);
      continue;
    }
    last = field;
    const { read, isInteger } = field;
    if (read === undefined || (isInteger && Number.isSafeInteger(value))) {
      if (output !== tree) output[name] = value;
      continue;
    }
    const result = read(value);
    if (result !== value || output !== tree) output[name] = result;
  }
  return output;
}

function copyUpTo(tree: Record<string, unknown>, end: string): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const name in tree) {
    if (name === end) break;
    copy[name] = tree[name];
  }
  return copy;
}

/** The name of a union's one member if the model is too old to know it. Throws if it has not exactly one. */
function findUnknownMember(
  tree: Record<string, unknown>,
  fields: ReadonlyMap<string, Field>,
): string | undefined {
  let only: string | undefined;
  for (const name in tree) {
    if (name === '__type' || tree[name] === null) continue;
    if (only !== undefined) throw new TypeError('a union does not have exactly one member');
    only = name;
  }
  if (only === undefined) throw new TypeError('a union does not have exactly one member');
  return fields.has(only) ? undefined : only;
}

function listReader(read: TreeReader | undefined): TreeReader {
  return (value) => {
    if (!Array.isArray(value)) throw new TypeError('a list is not a list');
    if (read === undefined) return value;
    for (let i = 0; i < value.length; i++) {
      const item: unknown = value[i];
      if (item === null) continue;
      const result = read(item);
      if (result !== item) value[i] = result;
    }
    return value;
  };
}

function mapReader(read: TreeReader | undefined): TreeReader {
  return (value) => {
    const tree = asObject(value);
    if (read === undefined) return tree;
    for (const key in tree) {
      const item = tree[key];
      if (item === null) continue;
      const result = read(item);
      if (result !== item) tree[key] = result;
    }
    return tree;
  };
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError('a structure is not an object');
  }
  return value as Record<string, unknown>;
}
