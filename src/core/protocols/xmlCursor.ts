// A single forward pass over the bytes of an XML document. The caller asks for what it expects next, so no tree is ever
// built: `open` the root, go through children with `nextChild`, and take each by `readText`, by its own children, or
// with `skip`. Names come without their namespace prefix. Every end tag is checked against its start tag.
//
// Documents repeat the same markup thousands of times, so what stood between two values is kept as a `Markup` and only
// compared the next time.

import { XmlError } from './xmlEntities.ts';
import type { Markup } from './xmlMarkup.ts';
import {
  COLON,
  EXCLAMATION,
  GREATER,
  isSpace,
  LESS,
  QUESTION,
  SLASH,
  scanAttributes,
  skipSpace,
  specialEnd,
  tagEnd,
} from './xmlScan.ts';
import { XmlTexts } from './xmlTexts.ts';

/** Not a fault, so it needs no stack. */
const moreToCome = new XmlError('the rest has not come yet');

export class XmlCursor {
  bytes: Uint8Array;
  view: DataView;
  readonly texts: XmlTexts;
  /** The next byte to look at. */
  at = 0;
  /** For readers, the items of the lists begun, and how many they are: a list is made when its length is known. */
  readonly stack: unknown[] = [];
  height = 0;
  /** The names of the open elements as they stand in the document, with their prefixes. */
  readonly #names: string[] = [];
  /** The name of the leaf the cursor is in, which is not among those; its end is for the caller to go over. */
  leaf: string | undefined;
  /** Whether the text that `leafEnd` found is plain all through. */
  isPlain = false;
  /** True right after a `<tag/>`. */
  isEmpty = false;
  /** Behind the name of the start tag, or at its `>` where there are none. */
  #attributesAt = 0;
  #areLast = true;

  /** `size` is how long the document may be expected to be. */
  constructor(bytes: Uint8Array, size = bytes.length) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.texts = new XmlTexts(bytes, this.view, size);
  }

  /** Goes on in other bytes, the first of which is the next to look at. Unless they are the last, they may end anywhere. */
  continueIn(bytes: Uint8Array, areLast: boolean): void {
    this.#areLast = areLast;
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.texts.continueIn(bytes, this.view);
    this.at = 0;
  }

  /** As new, for another document. */
  forget(): void {
    this.continueIn(new Uint8Array(0), true);
    this.reset({ at: 0, isEmpty: false, leaf: undefined, height: 0, attributesAt: 0, names: [] });
    this.stack.length = 0;
    this.texts.forget();
  }

  /** The name of the element the cursor is in, as it stands in the document; '' outside of the root. */
  get name(): string {
    return this.#names[this.#names.length - 1] ?? '';
  }

  /** Enters the root element and gives its name. Throws if there is none. */
  open(): string {
    const name = this.#toTag();
    if (name === undefined) throw new XmlError('there is no element', this.at);
    return name;
  }

  /** Enters the next child of the element the cursor is in; leaves that element and gives `undefined` if there is none. */
  nextChild(): string | undefined {
    if (this.isEmpty) {
      this.close();
      return undefined;
    }
    return this.#toTag();
  }

  /** Goes over the markup that comes next; false, and nothing is done, if it does not fit the elements that are open. */
  goOver(markup: Markup<unknown> | undefined): boolean {
    if (markup === undefined || markup.leaves !== this.leaf) return false;
    const { length, enters = '', closes, isLeaf, isEmpty } = markup;
    if (closes !== undefined && closes !== this.name) return false;
    this.at += length;
    if (closes !== undefined) {
      this.leave();
    } else if (isLeaf) {
      this.leaf = enters;
      this.isEmpty = isEmpty;
    } else {
      this.enter(enters, isEmpty);
    }
    return true;
  }

  /** Notes that the element of that name has been entered, which has no attributes; the cursor is behind its start tag. */
  enter(name: string, isEmpty: boolean): void {
    this.#names.push(name);
    this.leaf = undefined;
    this.isEmpty = isEmpty;
    this.#attributesAt = this.at - 1;
  }

  /** Notes that the element the cursor is in, and the leaf in that, have been left. */
  leave(): void {
    this.#names.pop();
    this.leaf = undefined;
  }

  /** Takes `name` for the one of the element just entered where it is the same, and notes that it is a leaf. */
  settle(name: string | undefined, isLeaf: boolean): void {
    const entered = this.name === name ? name : this.name;
    this.#names.pop();
    if (isLeaf) this.leaf = entered;
    else this.#names.push(entered);
  }

  /** The end of the leaf's text, where that is one piece; the cursor is there then, and the end tag still to go over. */
  leafEnd(): number | undefined {
    if (this.isEmpty) return undefined;
    const plainEnd = this.texts.plainEnd(this.at);
    const end = this.texts.textEnd(plainEnd);
    this.isPlain = end === plainEnd;
    if (end < 0) return undefined;
    this.at = end;
    return end;
  }

  /** Any text of a leaf; leaves it. */
  readLeafText(): string {
    this.#names.push(this.leaf ?? '');
    this.leaf = undefined;
    return this.readText();
  }

  /** Goes over the end tag of the leaf. */
  leaveLeaf(): void {
    this.#names.push(this.leaf ?? '');
    this.leaf = undefined;
    this.#readEndTag();
  }

  /** The text up to the first child, and leaves the element. */
  readText(): string {
    if (this.isEmpty) {
      this.close();
      return '';
    }
    const start = this.at;
    this.#toMarkup();
    if (this.bytes[this.at + 1] !== SLASH) return this.#readMixedText(start);
    const end = this.at;
    this.#readEndTag();
    return this.texts.decode(start, end);
  }

  /** Leaves the element with all that is in it. */
  skip(): void {
    while (this.nextChild() !== undefined) this.skip();
  }

  /** The attributes of the element just entered, by name without prefix. */
  attributes(): ReadonlyMap<string, string> {
    return scanAttributes(this.bytes, this.texts, this.#attributesAt);
  }

  /** The place to `reset` to, for reading the element just entered once more. */
  mark(): XmlMark {
    const { at, isEmpty, leaf, height } = this;
    return { at, isEmpty, leaf, height, attributesAt: this.#attributesAt, names: [...this.#names] };
  }

  reset({ at, isEmpty, leaf, height, attributesAt, names }: XmlMark): void {
    this.at = at;
    this.#attributesAt = attributesAt;
    this.isEmpty = isEmpty;
    this.leaf = leaf;
    this.height = height;
    this.#names.splice(0, this.#names.length, ...names);
  }

  /** To the next start tag, entering it, or over the end tag of the element the cursor is in. */
  #toTag(): string | undefined {
    for (;;) {
      const at = this.#toMarkup();
      const code = this.bytes[at + 1];
      if (code === SLASH) {
        this.#readEndTag();
        return undefined;
      }
      if (code === EXCLAMATION || code === QUESTION) this.at = specialEnd(this.texts, at);
      else return this.#readStartTag(at + 1);
    }
  }

  #toMarkup(): number {
    const { bytes } = this;
    let { at } = this;
    while (at < bytes.length && bytes[at] !== LESS) at++;
    if (at + 1 >= bytes.length) {
      throw this.#areLast ? new XmlError('the document ends early', at) : moreToCome;
    }
    this.at = at;
    return at;
  }

  #readStartTag(nameStart: number): string {
    const { bytes } = this;
    let at = nameStart;
    let localStart = nameStart;
    let code: number | undefined = 0;
    for (; at < bytes.length; at++) {
      code = bytes[at];
      if (code === GREATER || code === SLASH || isSpace(code)) break;
      if (code === LESS) throw new XmlError('a tag is not closed', at);
      if (code === COLON) localStart = at + 1;
    }
    if (at === nameStart) throw new XmlError('a tag has no name', at);
    const name = this.texts.name(nameStart, at);
    this.#names.push(name);
    this.#attributesAt = at;
    if (code !== GREATER) at = tagEnd(bytes, at);
    this.isEmpty = bytes[at - 1] === SLASH;
    this.at = at + 1;
    return localStart === nameStart ? name : this.texts.name(localStart, this.#attributesAt);
  }

  /** The cursor stands at `</`. */
  #readEndTag(): void {
    const { bytes } = this;
    const name = this.#names.pop();
    if (name === undefined) throw new XmlError('an end tag has no start', this.at);
    const start = this.at + 2;
    let at = start;
    while (at < bytes.length && bytes[at] !== GREATER && !isSpace(bytes[at])) at++;
    if (this.texts.name(start, at) !== name) {
      throw new XmlError('an end tag does not match its start', start);
    }
    at = skipSpace(bytes, at);
    if (bytes[at] !== GREATER) throw new XmlError('an end tag is not closed', at);
    this.at = at + 1;
  }

  /** Leaves a `<tag/>`. */
  close(): void {
    this.isEmpty = false;
    this.#names.pop();
  }

  /** Text in pieces: with comments or CDATA in it, or before a child. */
  #readMixedText(start: number): string {
    const { bytes, texts } = this;
    let value = texts.decode(start, this.at);
    for (;;) {
      const { at } = this;
      const code = bytes[at + 1];
      if (code === SLASH) {
        this.#readEndTag();
        return value;
      }
      if (code !== EXCLAMATION && code !== QUESTION) {
        this.skip();
        return value;
      }
      const end = specialEnd(this.texts, at);
      if (texts.isAt('<![CDATA[', at)) value += texts.raw(at + 9, end - 3);
      this.at = end;
      value += texts.decode(end, this.#toMarkup());
    }
  }
}

/** A place in a document; only a cursor looks inside. */
export interface XmlMark {
  readonly at: number;
  readonly isEmpty: boolean;
  readonly leaf: string | undefined;
  readonly height: number;
  readonly attributesAt: number;
  readonly names: readonly string[];
}
