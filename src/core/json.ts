// JSON without loss: integers keep every digit, in both directions. Bytes become base64 text, dates ISO 8601 in UTC in
// the form the AWS CLI prints, and the numbers JSON lacks their names, which inputs take back.

import { UnsupportedError } from './errors.ts';

/** Compact without `indent`. Throws for a stream, which has no JSON form. */
export function toJson(value: unknown, indent?: number): string {
  return JSON.stringify(toPlainJson(value), undefined, indent) ?? 'null';
}

/** Integers beyond 2^53 become `bigint`. Throws a `SyntaxError` for text that is not JSON. */
export function parseJson(text: string): unknown {
  return longDigits.test(text) ? parseKeepingDigits(text, keepDigits) : JSON.parse(text);
}

/** The value with everything `JSON.stringify` would refuse or spoil replaced; shared with the original where nothing is. */
export function toPlainJson(value: unknown): unknown {
  if (typeof value === 'bigint') return rawJson.rawJSON(String(value));
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return formatDate(value);
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64');
  }
  if ('pipe' in value || Symbol.asyncIterator in value) {
    throw new UnsupportedError({}, 'a stream has no JSON form; save it to a file instead.');
  }
  return Array.isArray(value)
    ? plainList(value)
    : plainObject(value as Readonly<Record<string, unknown>>);
}

/** `2024-05-01T10:20:30+00:00`, with microseconds only where the date has a fraction. */
export function formatDate(date: Date): string {
  const text = date.toISOString();
  const milliseconds = text.slice(-4, -1);
  return `${text.slice(0, -5)}${milliseconds === '000' ? '' : `.${milliseconds}000`}+00:00`;
}

/** The members of a value that may be anything; none for what is no object. */
export function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

// JSON.rawJSON and the reviver's third argument (https://github.com/tc39/proposal-json-parse-with-source) are in every
// Node this runs on, and not in TypeScript's library yet.
const rawJson = JSON as unknown as { rawJSON(text: string): unknown };
const parseKeepingDigits = JSON.parse as (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source?: string }) => unknown,
) => unknown;

/** Sixteen digits where a number may begin. In rare texts a string matches too, which only costs time. */
const longDigits = /[[:,\s-]\d{16}|^\d{16}/;

function keepDigits(_key: string, value: unknown, context: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const source = context.source ?? '';
  return /^-?\d+$/.test(source) ? BigInt(source) : value;
}

/** A copy is begun only at the first item to replace. */
function plainList(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const plain = toPlainJson(list[i]);
    if (plain === list[i]) continue;
    copy ??= [...list];
    copy[i] = plain;
  }
  return copy ?? list;
}

/** Spreading first makes every key the copy's own, `__proto__` too, so that setting it is harmless. */
function plainObject(object: Readonly<Record<string, unknown>>): object {
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(object)) {
    const plain = toPlainJson(object[key]);
    if (plain === object[key]) continue;
    copy ??= { ...object };
    copy[key] = plain;
  }
  return copy ?? object;
}
