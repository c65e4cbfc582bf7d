// A single forward pass over the text of an XML document. The caller asks for what it expects next, so no tree is ever
// built: `open` the root, go through children with `nextChild`, and take each by `readText`, by its own children, or
// with `skip`. Names come without their namespace prefix. Every end tag is checked against its start tag.

import { decodeEntities, XmlError } from './xmlEntities.ts';

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const EXCLAMATION = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const GREATER = 62;
const QUESTION = 63;

export class XmlCursor {
  readonly #text: string;
  #at = 0;
  /** Where the names of the open elements begin and end, two entries an element. */
  readonly #open: number[] = [];
  /** True right after a `<tag/>`. */
  #isEmpty = false;
  #attributesAt = 0;

  readonly #hasEntities: boolean;

  constructor(text: string) {
    this.#hasEntities = text.includes('&');
    this.#text = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  }

  /** Enters the root element and gives its name. Throws if there is none. */
  open(): string {
    const name = this.#toTag();
    if (name === undefined) throw new XmlError('there is no element', this.#at);
    return name;
  }

  /** Enters the next child of the element the cursor is in; leaves that element and gives `undefined` if there is none. */
  nextChild(): string | undefined {
    if (this.#isEmpty) {
      this.#close();
      return undefined;
    }
    return this.#toTag();
  }

  /**
   * Enters the next child if it follows at once as `<name>`, without prefix or attributes. False says nothing: ask
   * `nextChild` then. Responses repeat the same elements in the same order, so a guess is usually right, and it costs
   * less than to take the name out of the text and look it up.
   */
  enterExpected(name: string): boolean {
    const text = this.#text;
    const start = this.#at + 1;
    const end = start + name.length;
    if (this.#isEmpty || end >= text.length || text.charCodeAt(end) !== GREATER) return false;
    for (let i = 0; i < name.length; i++) {
      if (text.charCodeAt(start + i) !== name.charCodeAt(i)) return false;
    }
    if (text.charCodeAt(start - 1) !== LESS) return false;
    this.#open.push(start, end);
    this.#attributesAt = end;
    this.#at = end + 1;
    return true;
  }

  /** The text up to the first child, and leaves the element. */
  readText(): string {
    if (this.#isEmpty) {
      this.#close();
      return '';
    }
    const text = this.#text;
    const start = this.#at;
    const at = text.indexOf('<', start);
    if (at < 0) throw new XmlError('the document ends early', start);
    this.#at = at;
    if (text.charCodeAt(at + 1) !== SLASH) return this.#readMixedText(start);
    this.#readEndTag();
    const value = text.slice(start, at);
    return this.#hasEntities ? decodeEntities(value) : value;
  }

  /** Leaves the element with all that is in it. */
  skip(): void {
    while (this.nextChild() !== undefined) this.skip();
  }

  /** The attributes of the element just entered, by name without prefix. */
  attributes(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    const text = this.#text;
    let at = this.#attributesAt;
    for (;;) {
      at = this.#skipSpace(at);
      const code = text.charCodeAt(at);
      if (code === GREATER || code === SLASH || Number.isNaN(code)) return found;
      const equals = text.indexOf('=', at);
      const name = text.slice(at, equals).trim();
      const start = this.#skipSpace(equals + 1) + 1;
      const end = text.indexOf(text.charAt(start - 1), start);
      if (equals < 0 || end < 0) throw new XmlError('an attribute is not closed', at);
      found.set(name.slice(name.indexOf(':') + 1), decodeEntities(text.slice(start, end)));
      at = end + 1;
    }
  }

  /** The place to `reset` to, for reading the element just entered once more. */
  mark(): XmlMark {
    return [this.#at, this.#open.length, this.#isEmpty, ...this.#open.slice(-2)];
  }

  reset([at, depth, isEmpty, nameStart = 0, nameEnd = 0]: XmlMark): void {
    this.#at = at;
    this.#isEmpty = isEmpty;
    this.#open.length = depth - 2;
    this.#open.push(nameStart, nameEnd);
  }

  /** To the next start tag, entering it, or over the end tag of the element the cursor is in. */
  #toTag(): string | undefined {
    const text = this.#text;
    for (;;) {
      const at = this.#toMarkup();
      const code = text.charCodeAt(at + 1);
      if (code === SLASH) {
        this.#readEndTag();
        return undefined;
      }
      if (code === EXCLAMATION || code === QUESTION) this.#at = this.#skipSpecial(at);
      else return this.#readStartTag(at + 1);
    }
  }

  #toMarkup(): number {
    const text = this.#text;
    let at = this.#at;
    while (at < text.length && text.charCodeAt(at) !== LESS) at++;
    if (at + 1 >= text.length) throw new XmlError('the document ends early', at);
    this.#at = at;
    return at;
  }

  #readStartTag(nameStart: number): string {
    const text = this.#text;
    let at = nameStart;
    let localStart = nameStart;
    let code = 0;
    for (; at < text.length; at++) {
      code = text.charCodeAt(at);
      if (code === GREATER || code === SLASH || isSpace(code)) break;
      if (code === LESS) throw new XmlError('a tag is not closed', at);
      if (code === COLON) localStart = at + 1;
    }
    if (at === nameStart) throw new XmlError('a tag has no name', at);
    this.#open.push(nameStart, at);
    const name = text.slice(localStart, at);
    this.#attributesAt = at;
    if (code !== GREATER) at = this.#toTagEnd(at);
    this.#isEmpty = text.charCodeAt(at - 1) === SLASH;
    this.#at = at + 1;
    return name;
  }

  /** To the `>` of a start tag, over attribute values that may hold one. */
  #toTagEnd(from: number): number {
    const text = this.#text;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === GREATER) return at;
      if (code === LESS) break;
      if (code !== QUOTE && code !== APOSTROPHE) continue;
      at = text.indexOf(code === QUOTE ? '"' : "'", at + 1);
      if (at < 0) throw new XmlError('an attribute is not closed', from);
    }
    throw new XmlError('a tag is not closed', from);
  }

  /** The cursor stands at `</`. */
  #readEndTag(): void {
    const text = this.#text;
    const nameEnd = this.#open.pop() ?? 0;
    const nameStart = this.#open.pop();
    if (nameStart === undefined) throw new XmlError('an end tag has no start', this.#at);
    let at = this.#at + 2;
    for (let i = nameStart; i < nameEnd; i++, at++) {
      if (text.charCodeAt(i) !== text.charCodeAt(at)) {
        throw new XmlError('an end tag does not match its start', at);
      }
    }
    if (text.charCodeAt(at) !== GREATER) at = this.#skipSpace(at);
    if (text.charCodeAt(at) !== GREATER) throw new XmlError('an end tag is not closed', at);
    this.#at = at + 1;
  }

  /** Leaves a `<tag/>`. */
  #close(): void {
    this.#isEmpty = false;
    this.#open.length -= 2;
  }

  /** Text in pieces: with comments or CDATA in it, or before a child. */
  #readMixedText(start: number): string {
    const text = this.#text;
    let value = decodeEntities(text.slice(start, this.#at));
    for (;;) {
      const at = this.#at;
      const code = text.charCodeAt(at + 1);
      if (code === SLASH) {
        this.#readEndTag();
        return value;
      }
      if (code !== EXCLAMATION && code !== QUESTION) {
        this.skip();
        return value;
      }
      const end = this.#skipSpecial(at);
      if (text.startsWith('<![CDATA[', at)) value += text.slice(at + 9, end - 3);
      this.#at = end;
      value += decodeEntities(text.slice(end, this.#toMarkup()));
    }
  }

  /** Behind a comment, CDATA, processing instruction or document type. */
  #skipSpecial(at: number): number {
    const text = this.#text;
    const close = text.startsWith('<!--', at)
      ? '-->'
      : text.startsWith('<![CDATA[', at)
        ? ']]>'
        : text.startsWith('<?', at)
          ? '?>'
          : '>';
    const end = text.indexOf(close, at + 2);
    if (end < 0) throw new XmlError('markup is not closed', at);
    return end + close.length;
  }

  #skipSpace(from: number): number {
    let at = from;
    while (isSpace(this.#text.charCodeAt(at))) at++;
    return at;
  }
}

/** A place in a document; only a cursor looks inside. */
export type XmlMark = readonly [number, number, boolean, ...(readonly number[])];

function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === TAB || code === CARRIAGE_RETURN;
}
