// Input to form fields, as `query` and `ec2` send it: `Filters.member.1.Name=x`. The two differ in names and lists.

import type { Document } from './protocol.ts';
import { formatBase64 } from './scalars.ts';
import type { Schema } from './schema.ts';
import { formatTimestamp } from './timestamps.ts';

export type FormField = readonly [name: string, value: string];

/** What the two formats name differently. */
export interface FormNames {
  /** The name of a member. */
  member(schema: Schema, name: string): string;
  /** The name the items of a list are numbered under. */
  items(schema: Schema, prefix: string): string;
  /** True if an empty list is sent, as a field without a value. */
  readonly sendsEmptyLists: boolean;
}

/** The fields of an operation's input. */
export function writeForm(names: FormNames, schema: Schema, input: Document): FormField[] {
  const fields: FormField[] = [];
  writeValue(names, fields, schema, '', input);
  return fields;
}

function writeValue(
  names: FormNames,
  fields: FormField[],
  schema: Schema,
  prefix: string,
  value: unknown,
): void {
  switch (schema.type) {
    case 'structure':
      writeStructure(names, fields, schema, prefix, value as Document);
      break;
    case 'list':
      writeList(names, fields, schema, prefix, value as readonly unknown[]);
      break;
    case 'map':
      writeMap(names, fields, schema, prefix, value as Document);
      break;
    default:
      fields.push([prefix, formatScalar(schema, value)]);
  }
}

function writeStructure(
  names: FormNames,
  fields: FormField[],
  schema: Schema,
  prefix: string,
  value: Document,
): void {
  for (const [key, item] of Object.entries(value)) {
    const member = schema.members.get(key);
    if (member === undefined || item === undefined || item === null) continue;
    const name = names.member(member, key);
    writeValue(names, fields, member, prefix === '' ? name : `${prefix}.${name}`, item);
  }
}

function writeList(
  names: FormNames,
  fields: FormField[],
  schema: Schema,
  prefix: string,
  items: readonly unknown[],
): void {
  if (items.length === 0 && names.sendsEmptyLists) fields.push([prefix, '']);
  const itemPrefix = names.items(schema, prefix);
  for (const [index, item] of items.entries()) {
    writeValue(names, fields, schema.element, `${itemPrefix}.${index + 1}`, item);
  }
}

function writeMap(
  names: FormNames,
  fields: FormField[],
  schema: Schema,
  prefix: string,
  value: Document,
): void {
  const entryPrefix = schema.traits.flattened === true ? prefix : `${prefix}.entry`;
  const keyName = names.member(schema.key, 'key');
  const valueName = names.member(schema.value, 'value');
  for (const [index, [key, item]] of Object.entries(value).entries()) {
    writeValue(names, fields, schema.key, `${entryPrefix}.${index + 1}.${keyName}`, key);
    writeValue(names, fields, schema.value, `${entryPrefix}.${index + 1}.${valueName}`, item);
  }
}

function formatScalar(schema: Schema, value: unknown): string {
  switch (schema.type) {
    case 'blob':
      return formatBase64(value);
    case 'timestamp':
      return String(formatTimestamp(value, schema.traits.timestampFormat ?? 'iso8601'));
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      return String(value);
  }
}
