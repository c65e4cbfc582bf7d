// Numbers and blobs between their values and their text.

import type { Readable } from 'node:stream';
import { ReplayableBody } from '../http/replayableBody.ts';

/** The integer a text holds: a `bigint` where a double would lose digits. Throws for anything else. */
export function parseInteger(text: string): number | bigint {
  const value = parseShortInteger(text);
  if (value !== undefined) return value;
  const trimmed = text.trim();
  if (!/^[+-]?\d+$/.test(trimmed)) throw new TypeError('an integer is not a number');
  const wide = BigInt(trimmed.startsWith('+') ? trimmed.slice(1) : trimmed);
  const narrow = Number(wide);
  return Number.isSafeInteger(narrow) ? narrow : wide;
}

/** The number a text holds, `NaN` and the infinities by name. Throws for anything else. */
export function parseFloatText(text: string): number {
  const trimmed = text.trim();
  if (trimmed === 'NaN') return Number.NaN;
  const value = Number(trimmed);
  if (trimmed === '' || Number.isNaN(value)) throw new TypeError('a number is not a number');
  return value;
}

/** Base64 of a blob; text of an input is base64 already and is brought to its plain form. */
export function formatBase64(blob: unknown): string {
  const bytes = toBytes(blob);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

/** The bytes of a blob in an output. */
export function parseBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}

/** The bytes of a blob in an input: they themselves, or what base64 text stands for. */
export function toBytes(blob: unknown): Uint8Array {
  if (blob instanceof Uint8Array) return blob;
  if (typeof blob === 'string') return parseBase64(blob);
  throw new TypeError('a blob is neither bytes nor base64 text');
}

/** True for standard base64, with or without padding; white space does not count. */
export function isBase64(text: string): boolean {
  const compact = text.replace(/\s+/g, '');
  const unpadded = compact.replace(/={1,2}$/, '');
  if (compact !== unpadded && compact.length % 4 !== 0) return false;
  return unpadded.length % 4 !== 1 && /^[A-Za-z0-9+/]*$/.test(unpadded);
}

/** True for an open stream of bytes, or what opens one. */
export function isStream(value: unknown): value is Readable | ReplayableBody {
  return isReadable(value) || value instanceof ReplayableBody;
}

function isReadable(value: unknown): value is Readable {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pipe' in value &&
    typeof value.pipe === 'function'
  );
}

/** Up to 15 digits, the common case, without a regular expression; `undefined` for all else. */
function parseShortInteger(text: string): number | undefined {
  const isNegative = text.charCodeAt(0) === 45;
  const start = isNegative ? 1 : 0;
  if (text.length === start || text.length - start > 15) return undefined;
  let value = 0;
  for (let i = start; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return isNegative && value !== 0 ? -value : value;
}

/** The same for the ASCII bytes of a text. */
export function parseDigits(bytes: Uint8Array, from: number, end: number): number | undefined {
  const isNegative = bytes[from] === 45;
  const start = isNegative ? from + 1 : from;
  if (end <= start || end - start > 15) return undefined;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return isNegative && value !== 0 ? -value : value;
}
