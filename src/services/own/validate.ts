// Holds a JSON value to a schema, as far as ours goes. The message tells what would be right.

import { isDocument } from '../../core/protocols/protocol.ts';
import type { Schema } from './schema.ts';

export type Path = readonly (string | number)[];

export interface ValueFault {
  readonly path: Path;
  readonly message: string;
}

type Definitions = Readonly<Record<string, Schema>>;

export function validate(
  value: unknown,
  schema: Schema,
  definitions: Definitions,
  path: Path = [],
): readonly ValueFault[] {
  if (schema.$ref !== undefined) {
    const target = definitions[schema.$ref.slice('#/definitions/'.length)] ?? {};
    return validate(value, target, definitions, path);
  }
  const fault = (message: string): readonly ValueFault[] => [{ path, message }];
  if (schema.anyOf) return validateAny(value, schema.anyOf, definitions, path);
  if ('const' in schema && value !== schema.const) {
    return fault(`can only be ${JSON.stringify(schema.const)}.`);
  }
  if (schema.enum && !schema.enum.some((one) => one === value)) {
    return fault(`is one of ${schema.enum.join(', ')}.`);
  }
  if (schema.type !== undefined && typeOf(value) !== schema.type) {
    return fault(`is ${withArticle(typeOf(value))} and should be ${withArticle(schema.type)}.`);
  }
  if (Array.isArray(value)) return validateItems(value, schema, definitions, path);
  return isDocument(value) ? validateMembers(value, schema, definitions, path) : [];
}

/** The faults of the form that comes nearest. */
function validateAny(
  value: unknown,
  forms: readonly Schema[],
  definitions: Definitions,
  path: Path,
): readonly ValueFault[] {
  const tried = forms.map((form) => validate(value, form, definitions, path));
  if (tried.some((faults) => faults.length === 0)) return [];
  const depth = (faults: readonly ValueFault[]) =>
    Math.max(...faults.map((one) => one.path.length));
  return (
    tried.toSorted((one, other) => depth(other) - depth(one) || one.length - other.length)[0] ?? []
  );
}

function validateItems(
  value: readonly unknown[],
  { items, minItems = 0 }: Schema,
  definitions: Definitions,
  path: Path,
): readonly ValueFault[] {
  if (value.length < minItems) return [{ path, message: `has fewer than ${minItems} items.` }];
  if (!items) return [];
  return value.flatMap((one, i) => validate(one, items, definitions, [...path, i]));
}

function validateMembers(
  value: Readonly<Record<string, unknown>>,
  { properties = {}, required = [], additionalProperties }: Schema,
  definitions: Definitions,
  path: Path,
): readonly ValueFault[] {
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => ({ path, message: `lacks "${name}".` }));
  const inner = Object.entries(value).flatMap(([name, member]) => {
    const schema = Object.hasOwn(properties, name) ? properties[name] : additionalProperties;
    const at = [...path, name];
    if (schema === false) {
      const known = Object.keys(properties).join(', ');
      return [{ path: at, message: `is not known here. Known are ${known}.` }];
    }
    return schema ? validate(member, schema, definitions, at) : [];
  });
  return [...missing, ...inner];
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (value === null) return 'null';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function withArticle(type: string): string {
  if (type === 'null') return type;
  return /^[aio]/.test(type) ? `an ${type}` : `a ${type}`;
}
