// The tokens of a JSON text in ASCII, taken off its bytes one after the other. Throws a `SyntaxError` for what is not JSON.

import { parseJson } from '../json.ts';

const quote = 0x22;
const backslash = 0x5c;
const firstPrintable = 0x20;

/** From this length on, V8 makes a slice that keeps the whole text alive instead of a copy. */
const sliced = 13;

/** What `toString('latin1')` comes to after looking at its arguments. */
interface SliceableBuffer extends Buffer {
  latin1Slice(start: number, end: number): string;
}

export class JsonScanner {
  readonly bytes: Uint8Array;
  /** Where the next token begins, but for white space. */
  at = 0;
  readonly #buffer: SliceableBuffer;
  readonly #text: string;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    const { buffer, byteOffset, byteLength } = bytes;
    this.#buffer = Buffer.from(buffer, byteOffset, byteLength) as SliceableBuffer;
    this.#text = this.#buffer.latin1Slice(0, byteLength);
  }

  /** The byte the next token begins with; `undefined` at the end. */
  peek(): number | undefined {
    const byte = this.bytes[this.at];
    return byte !== undefined && byte > 0x20 ? byte : this.#peekBehindSpace();
  }

  /** Goes behind a sign such as `{`. */
  take(sign: number): void {
    if (this.peek() !== sign) throw broken();
    this.at += 1;
  }

  /** Behind an item: true for a comma, false for the sign that closes what it is in. */
  takesComma(close: number): boolean {
    let byte = this.bytes[this.at];
    if (byte !== comma && byte !== close) byte = this.peek();
    this.at += 1;
    if (byte === comma) return true;
    if (byte === close) return false;
    throw broken();
  }

  /** Goes behind these bytes if they are next. */
  takesBytes(expected: Uint8Array): boolean {
    const { bytes, at } = this;
    const { length } = expected;
    for (let i = 0; i < length; i++) if (bytes[at + i] !== expected[i]) return false;
    this.at = at + length;
    return true;
  }

  takeText(): string {
    if (this.peek() !== quote) throw broken();
    const { bytes } = this;
    const start = this.at + 1;
    let end = start;
    for (;;) {
      const byte = bytes[end];
      if (byte === quote) break;
      if (byte === undefined || byte < firstPrintable) throw broken();
      if (byte === backslash) return this.#takeEscaped(start - 1, end);
      end += 1;
    }
    this.at = end + 1;
    return end - start < sliced
      ? this.#text.slice(start, end)
      : this.#buffer.latin1Slice(start, end);
  }

  /** Any value, integers with all their digits. */
  takeValue(): unknown {
    const byte = this.peek();
    if (byte === quote) return this.takeText();
    if (byte === 0x74 && this.takesBytes(trueBytes)) return true;
    if (byte === 0x66 && this.takesBytes(falseBytes)) return false;
    const start = this.at;
    const small = this.#takesSmallInteger();
    if (small !== undefined) return small;
    this.#skip();
    return parseJson(this.#text.slice(start, this.at));
  }

  /** The end of the text must be here. */
  finish(): void {
    if (this.peek() !== undefined) throw broken();
  }

  #peekBehindSpace(): number | undefined {
    let byte = this.bytes[this.at];
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
      this.at += 1;
      byte = this.bytes[this.at];
    }
    return byte;
  }

  #takeEscaped(start: number, firstEscape: number): string {
    const end = this.#endOfText(firstEscape);
    this.at = end;
    return JSON.parse(this.#text.slice(start, end)) as string;
  }

  /** Behind the quote that closes a text, from a place inside of it. */
  #endOfText(from: number): number {
    const { bytes } = this;
    for (let at = from; at < bytes.length; at++) {
      if (bytes[at] === backslash) at += 1;
      else if (bytes[at] === quote) return at + 1;
    }
    throw broken();
  }

  /** Undefined, without going on, for what is not a plain integer of few digits. */
  #takesSmallInteger(): number | undefined {
    const { bytes, at } = this;
    let value = 0;
    let end = at;
    for (; end - at < 16; end++) {
      const digit = (bytes[end] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    const length = end - at;
    const isPadded = bytes[at] === 0x30 && length > 1;
    if (length === 0 || length === 16 || isPadded || !endsNumber(bytes[end])) return undefined;
    this.at = end;
    return value;
  }

  /** Goes behind a value whose inside is checked elsewhere. */
  #skip(): void {
    const { bytes } = this;
    let depth = 0;
    do {
      const byte = this.peek();
      if (byte === undefined) throw broken();
      if (byte === quote) this.at = this.#endOfText(this.at + 1);
      else this.at += 1;
      if (byte === 0x7b || byte === 0x5b) depth += 1;
      else if (byte === 0x7d || byte === 0x5d) depth -= 1;
      else if (depth === 0 && byte !== quote) {
        while (!endsNumber(bytes[this.at])) this.at += 1;
      }
    } while (depth > 0);
  }
}

const comma = 0x2c;
const trueBytes = Buffer.from('true');
const falseBytes = Buffer.from('false');

/** True for what may stand behind a number or a word. */
function endsNumber(byte: number | undefined): boolean {
  return byte === undefined || byte === comma || byte === 0x7d || byte === 0x5d || byte <= 0x20;
}

export function broken(): SyntaxError {
  return new SyntaxError('The text is not JSON.');
}
