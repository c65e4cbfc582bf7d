// The keys of JSON objects as they are read: the same ones come in the same order again and again, so a comparison of bytes
// mostly does instead of making a string and looking it up.

import type { JsonScanner } from './jsonScanner.ts';
import type { Schema } from './schema.ts';

/** Takes a value that is not null. */
export type ScanReader = (scanner: JsonScanner) => unknown;

/** A member, or a key of a map. */
export interface Key {
  readonly name: string;
  /** As it usually stands in the text, with its quotes and its colon. */
  readonly bytes: Uint8Array;
  /** What came after it the last time. */
  next: Key | undefined;
}

export interface Field extends Key {
  readonly member: string;
  readonly read: ScanReader;
  next: Field | undefined;
}

export interface Fields {
  readonly byName: ReadonlyMap<string, Field>;
  /** By the first byte of the name. */
  readonly byFirst: ReadonlyMap<number, readonly Field[]>;
}

export function createFields(schema: Schema, readerOf: (schema: Schema) => ScanReader): Fields {
  const byName = new Map<string, Field>();
  const byFirst = new Map<number, readonly Field[]>();
  for (const [member, memberSchema] of schema.members) {
    if (memberSchema.traits.location !== undefined) continue;
    const name = memberSchema.traits.locationName ?? member;
    const bytes = keyBytes(name);
    const field = { name, bytes, next: undefined, member, read: readerOf(memberSchema) };
    byName.set(name, field);
    const first = bytes[1] ?? 0;
    byFirst.set(first, [...(byFirst.get(first) ?? []), field]);
  }
  return { byName, byFirst };
}

function keyBytes(name: string): Uint8Array {
  return Buffer.from(`${JSON.stringify(name)}:`);
}

/** Takes a key; undefined for one that the model does not know. */
export function findField(scanner: JsonScanner, { byName, byFirst }: Fields): Field | undefined {
  const { bytes, at } = scanner;
  const candidates = byFirst.get(bytes[at + 1] ?? 0);
  if (candidates !== undefined) {
    for (const field of candidates) if (scanner.takesBytes(field.bytes)) return field;
  }
  return byName.get(takeKey(scanner));
}

export function takeKey(scanner: JsonScanner): string {
  const name = scanner.takeText();
  scanner.take(0x3a);
  return name;
}

/** Takes a key that may be any. */
export function rememberKey(scanner: JsonScanner, keys: Map<string, Key>): Key {
  const name = takeKey(scanner);
  const known = keys.get(name);
  if (known) return known;
  const key = { name, bytes: keyBytes(name), next: undefined };
  keys.set(name, key);
  return key;
}
