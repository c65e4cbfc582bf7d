// The texts of an XML document as strings of their own: none keeps the document's bytes alive.

import { BytePattern } from './bytePattern.ts';
import { decodeEntities } from './xmlEntities.ts';
import { LESS, SLASH } from './xmlScan.ts';
import { SharedTexts, type TextHabit } from './xmlShared.ts';

const AMPERSAND = 38;
const SEMICOLON = 59;
const QUOTE = 34;
/** A quote as an entity. */
export const quote = new BytePattern(Buffer.from('&quot;'));

/** 1 for each byte that stands for itself in a text: neither markup, entity nor line end to normalize, and ASCII. */
export const standsForItself = Uint8Array.from({ length: 256 }, (_, code) =>
  code < 128 && code !== LESS && code !== AMPERSAND && code !== 13 ? 1 : 0,
);

/**
 * The first byte from here on that does not stand for itself, four at a time: taking one from a byte that is 0 sets its
 * highest bit, and each of the others may do so only behind one that has. Which bytes those are, `standsForItself` says.
 */
export function plainEnd(view: DataView, from: number, end: number): number {
  let at = from;
  for (const last = end - 4; at <= last; at += 4) {
    const four = view.getInt32(at, true);
    const found =
      (four |
        ((four ^ 0x3c3c3c3c) - 0x01010101) |
        ((four ^ 0x26262626) - 0x01010101) |
        ((four ^ 0x0d0d0d0d) - 0x01010101)) &
      0x80808080;
    if (found !== 0) return at + ((31 - Math.clz32(found & -found)) >> 3);
  }
  while (at < end && standsForItself[view.getUint8(at)] === 1) at++;
  return at;
}

/** What `toString('latin1')` comes to after looking at its arguments, which takes a third of its time for a short text. */
interface SliceableBuffer extends Buffer {
  latin1Slice(start: number, end: number): string;
}

function asBuffer(bytes: Uint8Array): SliceableBuffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) as SliceableBuffer;
}

export class XmlTexts {
  bytes: Uint8Array;
  view: DataView;
  buffer: SliceableBuffer;
  readonly shared: SharedTexts;

  constructor(bytes: Uint8Array, view: DataView, size: number) {
    this.bytes = bytes;
    this.view = view;
    this.buffer = asBuffer(bytes);
    this.shared = new SharedTexts(bytes, view, size);
  }

  continueIn(bytes: Uint8Array, view: DataView): void {
    this.bytes = bytes;
    this.view = view;
    this.buffer = asBuffer(bytes);
    this.shared.continueIn(bytes, view);
  }

  forget(): void {
    this.shared.forget();
  }

  /** The end of the plain text from here on: the first byte that does not stand for itself. */
  plainEnd(from: number): number {
    return plainEnd(this.view, from, this.bytes.length);
  }

  /** The next markup from here on, or the end of the bytes. */
  markupAfter(from: number): number {
    const { bytes } = this;
    const { length } = bytes;
    let at = from;
    while (at < length && bytes[at] !== LESS) at++;
    return at;
  }

  /** The end of a text that is plain up to there; -1 if it is not one piece. */
  textEnd(plainEnd: number): number {
    const { bytes } = this;
    const end = bytes[plainEnd] === LESS ? plainEnd : this.markupAfter(plainEnd);
    return bytes[end + 1] === SLASH ? end : -1;
  }

  /** Of a stretch that is plain all through. */
  plain(start: number, end: number, habit?: TextHabit): string {
    const length = end - start;
    if (length === 0) return '';
    if (habit?.isUnique === true) return this.buffer.latin1Slice(start, end);
    const known = this.shared.find(start, length);
    if (habit !== undefined) this.shared.note(habit, known !== undefined);
    return known ?? this.shared.keep(start, length, this.buffer.latin1Slice(start, end));
  }

  /** Of any stretch: entities replaced and line ends made one character. */
  decode(start: number, end: number, habit?: TextHabit): string {
    const length = end - start;
    if (length === 0) return '';
    if (habit?.isUnique === true) return this.#decodeAnew(start, end, habit);
    const known = this.shared.find(start, length);
    if (habit !== undefined) this.shared.note(habit, known !== undefined);
    return known ?? this.shared.keep(start, length, this.#decodeAnew(start, end, habit));
  }

  #decodeAnew(start: number, end: number, habit: TextHabit | undefined): string {
    if (this.#isQuoted(start, end)) {
      habit?.noteQuoted();
      return this.quoted(start, end);
    }
    return this.#withNamedEntities(start, end) ?? decodeEntities(this.raw(start, end));
  }

  /** True for a plain text between two `&quot;`, as S3 writes entity tags. */
  #isQuoted(start: number, end: number): boolean {
    const { view } = this;
    const first = start + quote.length;
    const last = end - quote.length;
    if (first > last || !quote.isAt(view, start, end) || !quote.isAt(view, last, end)) return false;
    return this.plainEnd(first) >= last;
  }

  /** One of those; its quotes stand in the places of the entities for as long as it is taken. */
  quoted(start: number, end: number): string {
    const { bytes } = this;
    const first = start + quote.length - 1;
    const last = end - quote.length;
    bytes[first] = QUOTE;
    bytes[last] = QUOTE;
    const text = this.buffer.latin1Slice(first, last + 1);
    bytes[first] = SEMICOLON;
    bytes[last] = AMPERSAND;
    return text;
  }

  /** A name: as it stands. */
  name(start: number, end: number): string {
    return this.plainEnd(start) >= end ? this.plain(start, end) : this.raw(start, end);
  }

  /** Of any stretch, entities as they are. */
  raw(start: number, end: number): string {
    const text = this.buffer.toString('utf8', start, end);
    return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  isAt(text: string, at: number): boolean {
    const { bytes } = this;
    for (let i = 0; i < text.length; i++) {
      if (text.charCodeAt(i) !== bytes[at + i]) return false;
    }
    return true;
  }

  indexOf(text: string, from: number): number {
    return this.buffer.indexOf(text, from, 'latin1');
  }

  /** ASCII with no more than the named entities, as the quotes around an entity tag; undefined for all else. */
  #withNamedEntities(start: number, end: number): string | undefined {
    if (end - start > scratch.length) return undefined;
    const { bytes } = this;
    let length = 0;
    for (let at = start; at < end; ) {
      const code = bytes[at] as number;
      if (standsForItself[code] === 1) {
        scratch[length++] = code;
        at++;
        continue;
      }
      const entity = code === AMPERSAND ? this.#namedEntityAt(at + 1) : undefined;
      if (entity === undefined) return undefined;
      scratch[length++] = entity.code;
      at += entity.name.length + 1;
    }
    return scratch.latin1Slice(0, length);
  }

  #namedEntityAt(at: number): NamedEntity | undefined {
    for (let i = 0; i < namedEntities.length; i++) {
      const entity = namedEntities[i];
      if (entity !== undefined && this.isAt(entity.name, at)) return entity;
    }
    return undefined;
  }
}

const scratch = Buffer.alloc(1024) as SliceableBuffer;

interface NamedEntity {
  readonly name: string;
  readonly code: number;
}

const namedEntities: readonly NamedEntity[] = [
  { name: 'quot;', code: 34 },
  { name: 'amp;', code: AMPERSAND },
  { name: 'lt;', code: 60 },
  { name: 'gt;', code: 62 },
  { name: 'apos;', code: 39 },
];
