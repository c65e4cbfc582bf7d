// Plain values as DynamoDB types them, and back: `{ id: 1, tags: new Set(['a']) }` and
// `{ id: { N: '1' }, tags: { SS: ['a'] } }`. What is what, is as boto3 has it.

import { ParamValidationError, type Where } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import { Decimal, decimalText, numberOf } from './decimal.ts';

type Path = readonly (string | number)[];

export interface ConversionPlace {
  /** For the message of an error. */
  readonly where?: Where;
  readonly path?: Path;
}

/**
 * `null`, booleans, numbers, `bigint`, `Decimal`, texts, `Uint8Array`, sets of one of these sorts, arrays, and objects or maps
 * by text. Members that are `undefined` are left out. Throws a `ParamValidationError` that says which value is of no such type.
 */
export function toAttributeValue(value: unknown, place: ConversionPlace = {}): Document {
  return new Conversion(place).type(value, place.path ?? []);
}

/** Throws a `ParamValidationError` for what is no typed value. */
export function fromAttributeValue(typed: unknown, place: ConversionPlace = {}): unknown {
  return new Conversion(place).untype(typed, place.path ?? []);
}

/** An item, or a key, of plain values as one of typed values. */
export function toItem(item: Document): Document {
  return mapMembers(item, (value, name) => toAttributeValue(value, { path: [name] }));
}

export function fromItem(item: Document): Document {
  return mapMembers(item, (typed, name) => fromAttributeValue(typed, { path: [name] }));
}

class Conversion {
  readonly #where: Where;

  constructor({ where }: ConversionPlace) {
    this.#where = where ?? { service: 'dynamodb', operation: 'AttributeValue' };
  }

  type(value: unknown, path: Path): Document {
    if (value === null) return { NULL: true };
    if (typeof value === 'boolean') return { BOOL: value };
    if (isNumber(value)) return { N: this.#number(value, path) };
    if (typeof value === 'string') return { S: value };
    if (value instanceof Uint8Array) return { B: value };
    if (value instanceof Set) return this.#set([...value], path);
    if (Array.isArray(value)) return { L: value.map((one, at) => this.type(one, [...path, at])) };
    const members = plainMembers(value);
    if (members) return { M: mapMembers(members, (one, name) => this.type(one, [...path, name])) };
    return this.#fail(path, `${nameOf(value)} is no type of DynamoDB.`);
  }

  untype(typed: unknown, path: Path): unknown {
    const [entry] = Object.entries(plainMembers(typed) ?? {});
    if (!entry) return this.#fail(path, 'has to be an object whose key is a type of DynamoDB.');
    const [type, value] = entry;
    switch (type) {
      case 'NULL':
        return null;
      case 'BOOL':
      case 'S':
      case 'B':
        return value;
      case 'N':
        return this.#read(value, path);
      case 'SS':
      case 'BS':
        return new Set(listOf(value));
      case 'NS':
        return new Set(listOf(value).map((one) => this.#read(one, path)));
      case 'L':
        return listOf(value).map((one, at) => this.untype(one, [...path, at]));
      case 'M':
        return mapMembers(plainMembers(value) ?? {}, (one, name) =>
          this.untype(one, [...path, name]),
        );
      default:
        return this.#fail(path, `"${type}" is no type of DynamoDB.`);
    }
  }

  #set(values: readonly unknown[], path: Path): Document {
    if (values.every(isNumber)) return { NS: values.map((one) => this.#number(one, path)) };
    if (values.every((one) => typeof one === 'string')) return { SS: values };
    if (values.every((one) => one instanceof Uint8Array)) return { BS: values };
    return this.#fail(path, 'is a set of other things than numbers, texts or bytes alone.');
  }

  #number(value: number | bigint | Decimal, path: Path): string {
    return this.#try(path, () => decimalText(String(value)));
  }

  #read(text: unknown, path: Path): unknown {
    return this.#try(path, () => numberOf(String(text)));
  }

  #try<Result>(path: Path, convert: () => Result): Result {
    try {
      return convert();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return this.#fail(path, error.message);
    }
  }

  #fail(path: Path, message: string): never {
    throw new ParamValidationError(this.#where, [{ path, message }]);
  }
}

function isNumber(value: unknown): value is number | bigint | Decimal {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal;
}

/** What is a map to DynamoDB: a plain object, or a `Map` by text; `undefined` for all else. */
export function plainMembers(value: unknown): Document | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof Map) return Object.fromEntries(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  return isPlain && !Array.isArray(value) ? (value as Document) : undefined;
}

function mapMembers(
  members: Document,
  convert: (value: unknown, name: string) => unknown,
): Document {
  const present = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.map(([name, value]) => [name, convert(value, name)]));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function nameOf(value: unknown): string {
  return typeof value === 'object' ? (value?.constructor?.name ?? 'object') : typeof value;
}
