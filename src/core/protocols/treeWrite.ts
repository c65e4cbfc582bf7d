// Input to the tree of values that JSON and CBOR encode. The two differ only in how they hold what JSON lacks.

import { toPlainJson } from '../json.ts';
import type { Document } from './protocol.ts';
import type { Schema } from './schema.ts';

/** How a format holds the values that have no form of their own in JSON. */
export interface TreeWriteFormat {
  blob(value: unknown): unknown;
  timestamp(schema: Schema, value: unknown): unknown;
  long(value: bigint): unknown;
  float(value: unknown): unknown;
}

/** The value of an input as the wire has it. Members that are `undefined` or `null` are left out. */
export function writeTree(format: TreeWriteFormat, schema: Schema, value: unknown): unknown {
  switch (schema.type) {
    case 'structure':
      if (schema.traits.document === true) return toPlainJson(value);
      return writeStructure(format, schema, value as Document);
    case 'list':
      return (value as readonly unknown[]).map((item) => writeItem(format, schema.element, item));
    case 'map':
      return writeMap(format, schema.value, value as Document);
    case 'blob':
      return format.blob(value);
    case 'timestamp':
      return format.timestamp(schema, value);
    case 'float':
    case 'double':
      return format.float(value);
    default:
      return typeof value === 'bigint' ? format.long(value) : value;
  }
}

function writeStructure(format: TreeWriteFormat, schema: Schema, value: Document): Document {
  const tree: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const member = schema.members.get(name);
    if (member === undefined || item === undefined || item === null) continue;
    tree[member.traits.locationName ?? name] = writeTree(format, member, item);
  }
  return tree;
}

function writeMap(format: TreeWriteFormat, schema: Schema, value: Document): Document {
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, writeItem(format, schema, item)]),
  );
}

/** Sparse lists and maps hold `null`. */
function writeItem(format: TreeWriteFormat, schema: Schema, item: unknown): unknown {
  return item === null || item === undefined ? null : writeTree(format, schema, item);
}
