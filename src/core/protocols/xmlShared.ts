// Texts of a document met before, found again by their bytes. Most texts repeat: states, types, owners, names of tags.

import { BytePattern } from './bytePattern.ts';
import { LESS, SLASH } from './xmlScan.ts';

const longestShared = 64;
/** In a document shorter than this, little repeats. */
const worthwhile = 4096;
const mostSlots = 4096;
const mostFilled = 64;

const enough = 64;
const enoughRepeats = 4;

/** Whether the texts of one member repeat at all: those that never do, such as keys and ids, are not worth looking up. */
export class TextHabit {
  #surplus = 0;
  #last = '';
  #repeats = 0;
  #quoted = 0;
  /** Where the last of its texts is kept. */
  place = 0;
  /** What it has been time and again, which is then recognized with the end of the text. */
  usual: UsualText | undefined;

  get isUnique(): boolean {
    return this.#surplus >= enough;
  }

  /** Whether the texts are in quotes written as entities. */
  get areQuoted(): boolean {
    return this.#quoted >= enough;
  }

  noteQuoted(): void {
    this.#quoted++;
  }

  note(isRepeated: boolean): void {
    if (!isRepeated) this.#surplus++;
    else if (this.#surplus > 0) this.#surplus--;
  }

  /** Takes a text that is plain and stood at `start`, as the bytes have it. */
  expect(text: string, bytes: Uint8Array, start: number): void {
    if (text !== this.#last) {
      this.#last = text;
      this.#repeats = 0;
    } else if (++this.#repeats === enoughRepeats && text !== this.usual?.text) {
      const end = start + text.length + 2;
      this.usual = { text, pattern: new BytePattern(bytes.slice(start, end)) };
    }
  }
}

/** A text with the `</` behind it. */
export interface UsualText {
  readonly pattern: BytePattern;
  readonly text: string;
}

export class SharedTexts {
  #bytes: Uint8Array;
  #view: DataView;
  readonly #mask: number;
  /** What the bytes stand for. */
  readonly #texts: (string | undefined)[];
  readonly #lengths: Uint8Array;
  /** Copies of the bytes, each in a place of its own: the document may be gone when the text comes again. */
  readonly #copies: Buffer;
  readonly #copiesView: DataView;
  #slot = -1;
  /** The slots filled first: when they are all, emptying them takes less than emptying every slot. */
  readonly #filled: number[] = [];
  /** Where the text is kept that came behind the one kept here, in the same member. */
  readonly #next: Uint16Array;
  /** What `isNextAt` found, and where it ends. */
  text = '';
  textEnd = 0;

  /** `size` is how long the document may be expected to be, which `bytes` are the beginning of. */
  constructor(bytes: Uint8Array, view: DataView, size: number) {
    this.#bytes = bytes;
    this.#view = view;
    const slots = size < worthwhile ? 0 : Math.min(2 ** (31 - Math.clz32(size >> 6)), mostSlots);
    this.#mask = slots - 1;
    this.#texts = new Array(slots).fill(undefined);
    this.#lengths = new Uint8Array(slots);
    this.#next = new Uint16Array(slots);
    this.#copies = Buffer.allocUnsafeSlow(slots * longestShared);
    this.#copiesView = new DataView(this.#copies.buffer);
  }

  continueIn(bytes: Uint8Array, view: DataView): void {
    this.#bytes = bytes;
    this.#view = view;
  }

  forget(): void {
    if (this.#filled.length < mostFilled) {
      for (const slot of this.#filled) {
        this.#texts[slot] = undefined;
        this.#lengths[slot] = 0;
      }
    } else {
      this.#texts.fill(undefined);
      this.#lengths.fill(0);
    }
    this.#filled.length = 0;
    this.#slot = -1;
    this.text = '';
  }

  /** The text of the same bytes; undefined says to make it and give it to `keep`. */
  find(start: number, length: number): string | undefined {
    if (length > longestShared || this.#mask < 0) {
      this.#slot = -1;
      return undefined;
    }
    const slot = this.#hash(start, length) & this.#mask;
    this.#slot = slot;
    if (this.#lengths[slot] !== length) return undefined;
    return this.#isCopied(slot * longestShared, start, length) ? this.#texts[slot] : undefined;
  }

  /** Notes that what `find` looked for is a text of that member, and whether it was found. */
  note(habit: TextHabit, isRepeated: boolean): void {
    habit.note(isRepeated);
    const slot = this.#slot;
    const last = habit.place & this.#mask;
    if (slot < 0 || slot === last) return;
    this.#next[last] = slot;
    habit.place = slot;
  }

  /** Whether there stands, with its end behind it, the member's last text or the one that came behind that before. */
  isNextAt(habit: TextHabit, start: number): boolean {
    if (this.#mask < 0) return false;
    const last = habit.place & this.#mask;
    return (
      this.#isKept(last, habit, start) || this.#isKept(this.#next[last] as number, habit, start)
    );
  }

  #isKept(slot: number, habit: TextHabit, start: number): boolean {
    const length = this.#lengths[slot] as number;
    const end = start + length;
    const bytes = this.#bytes;
    if (length === 0 || end + 1 >= bytes.length) return false;
    if (bytes[end] !== LESS || bytes[end + 1] !== SLASH) return false;
    if (!this.#isCopied(slot * longestShared, start, length)) return false;
    habit.place = slot;
    habit.note(true);
    this.text = this.#texts[slot] as string;
    this.textEnd = end;
    return true;
  }

  /** After a `find` that found nothing, with the same place. */
  keep(start: number, length: number, text: string): string {
    const slot = this.#slot;
    if (slot >= 0) {
      if (this.#filled.length < mostFilled) this.#filled.push(slot);
      this.#texts[slot] = text;
      this.#lengths[slot] = length;
      const copy = slot * longestShared;
      for (let i = 0; i < length; i++) {
        const byte = this.#bytes[start + i] as number;
        this.#copies[copy + i] = byte;
        // An attribute may hold one; a text of an element never does, and is never to be taken for it.
        if (byte === LESS) this.#lengths[slot] = 0;
      }
    }
    return text;
  }

  /** Of all bytes: texts of one member are often alike but for a digit. */
  #hash(start: number, length: number): number {
    const view = this.#view;
    let hash = length;
    if (length < 4) {
      for (let at = start; at < start + length; at++) hash = (hash << 8) | view.getUint8(at);
    } else {
      const last = start + length - 4;
      for (let at = start; at < last; at += 4) {
        hash = Math.imul(hash ^ view.getInt32(at, true), 0x85ebca6b);
        hash ^= hash >>> 13;
      }
      hash ^= view.getInt32(last, true);
    }
    hash = Math.imul(hash, 0x9e3779b1);
    return hash ^ (hash >>> 15);
  }

  /** Eight bytes at a time, first the last ones, in which texts mostly differ. Bytes that make a NaN are like no others. */
  #isCopied(copy: number, start: number, length: number): boolean {
    const copies = this.#copiesView;
    const view = this.#view;
    const last = length - 8;
    if (last < 0) return this.#isCopiedShort(copy, start, length);
    for (let i = last; i > 0; i -= 8) {
      if (copies.getFloat64(copy + i, true) !== view.getFloat64(start + i, true)) return false;
    }
    return copies.getFloat64(copy, true) === view.getFloat64(start, true);
  }

  #isCopiedShort(copy: number, start: number, length: number): boolean {
    const copies = this.#copies;
    const bytes = this.#bytes;
    for (let i = 0; i < length; i++) if (copies[copy + i] !== bytes[start + i]) return false;
    return true;
  }
}
