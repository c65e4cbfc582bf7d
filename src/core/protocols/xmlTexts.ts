// The texts of an XML document as strings of their own: none keeps the document's bytes alive, and texts that repeat,
// as most do, are made once.

import { decodeEntities } from './xmlEntities.ts';

const AMPERSAND = 38;
const SEMICOLON = 59;

/** 1 for each byte that stands for itself in a text: neither markup, entity nor line end to normalize, and ASCII. */
const isPlain = Uint8Array.from({ length: 256 }, (_, code) =>
  code < 128 && code !== 60 && code !== AMPERSAND && code !== 13 ? 1 : 0,
);

const longestShared = 64;
const mostShared = 4096;

export class XmlTexts {
  readonly bytes: Uint8Array;
  readonly #buffer: Buffer;
  /** Texts met before, by a hash of their bytes; more slots for a longer document. */
  readonly #shared: (string | undefined)[];

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const slots = 2 ** (32 - Math.clz32(bytes.length >> 7));
    this.#shared = new Array(Math.min(slots, mostShared)).fill(undefined);
  }

  /** The end of the plain text from here on: the first byte that is anything else. */
  plainEnd(from: number): number {
    const { bytes } = this;
    const { length } = bytes;
    let at = from;
    while (at < length && isPlain[bytes[at] as number] === 1) at++;
    return at;
  }

  /** Of a stretch that is plain all through. */
  plain(start: number, end: number): string {
    return this.#share(this.bytes, this.#buffer, start, end);
  }

  /** Of any stretch: entities replaced and line ends made one character. */
  decode(start: number, end: number): string {
    if (this.plainEnd(start) >= end) return this.plain(start, end);
    return this.#withNamedEntities(start, end) ?? decodeEntities(this.raw(start, end));
  }

  /** Of any stretch, entities as they are. */
  raw(start: number, end: number): string {
    const text = this.#buffer.toString('utf8', start, end);
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  isAt(text: string, at: number): boolean {
    return isTextAt(text, this.bytes, at);
  }

  indexOf(text: string, from: number): number {
    return this.#buffer.indexOf(text, from, 'latin1');
  }

  #share(bytes: Uint8Array, buffer: Buffer, start: number, end: number): string {
    const length = end - start;
    if (length === 0) return '';
    if (length > longestShared) return buffer.toString('latin1', start, end);
    const shared = this.#shared;
    const slot = hashOf(bytes, start, length) & (shared.length - 1);
    const known = shared[slot];
    if (known !== undefined && known.length === length && isTextAt(known, bytes, start)) {
      return known;
    }
    const text = buffer.toString('latin1', start, end);
    shared[slot] = text;
    return text;
  }

  /** ASCII with no more than the named entities, as the quotes around an entity tag; undefined for all else. */
  #withNamedEntities(start: number, end: number): string | undefined {
    if (end - start > scratch.length) return undefined;
    const { bytes } = this;
    let length = 0;
    for (let at = start; at < end; at++) {
      let code = bytes[at] as number;
      if (code === AMPERSAND) {
        const close = bytes.indexOf(SEMICOLON, at);
        const entity = this.#namedEntity(at + 1, close);
        if (entity === undefined) return undefined;
        code = entity;
        at = close;
      } else if (isPlain[code] !== 1) return undefined;
      scratch[length++] = code;
    }
    return this.#share(scratch, scratch, 0, length);
  }

  #namedEntity(start: number, end: number): number | undefined {
    for (const [name, code] of namedEntities) {
      if (end - start === name.length && this.isAt(name, start)) return code;
    }
    return undefined;
  }
}

const scratch = Buffer.alloc(1024);

const namedEntities: readonly (readonly [string, number])[] = [
  ['quot', 34],
  ['amp', 38],
  ['lt', 60],
  ['gt', 62],
  ['apos', 39],
];

/** Of the length, the first, middle and last bytes: texts of one kind differ at their ends. */
function hashOf(bytes: Uint8Array, start: number, length: number): number {
  const end = start + length;
  let hash = length;
  for (let at = Math.max(start, end - 6); at < end; at++) {
    hash = Math.imul(hash, 31) + (bytes[at] as number);
  }
  const middle = start + (length >> 1);
  hash = Math.imul(hash, 31) + (bytes[start] as number);
  hash = Math.imul(hash, 31) + (bytes[middle] as number);
  return hash ^ (hash >>> 12);
}

function isTextAt(text: string, bytes: Uint8Array, at: number): boolean {
  for (let i = text.length - 1; i >= 0; i--) {
    if (text.charCodeAt(i) !== bytes[at + i]) return false;
  }
  return true;
}
