// How far the pieces of an XML document's markup go. All places are counted in bytes.

import { XmlError } from './xmlEntities.ts';
import type { XmlTexts } from './xmlTexts.ts';

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
export const EXCLAMATION = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
export const SLASH = 47;
export const COLON = 58;
export const LESS = 60;
const EQUALS = 61;
export const GREATER = 62;
export const QUESTION = 63;

export function isSpace(code: number | undefined): boolean {
  return code === SPACE || code === LINE_FEED || code === TAB || code === CARRIAGE_RETURN;
}

/** The first place from here on that is no white space. */
export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isSpace(bytes[at])) at++;
  return at;
}

/** The `>` of a start tag, over attribute values that may hold one. */
export function tagEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const code = bytes[at];
    if (code === GREATER) return at;
    if (code === LESS) break;
    if (code !== QUOTE && code !== APOSTROPHE) continue;
    at = bytes.indexOf(code, at + 1);
    if (at < 0) throw new XmlError('an attribute is not closed', from);
  }
  throw new XmlError('a tag is not closed', from);
}

/** Behind a comment, CDATA, processing instruction or document type. */
export function specialEnd(texts: XmlTexts, at: number): number {
  const close = texts.isAt('<!--', at)
    ? '-->'
    : texts.isAt('<![CDATA[', at)
      ? ']]>'
      : texts.isAt('<?', at)
        ? '?>'
        : '>';
  const end = texts.indexOf(close, at + 2);
  if (end < 0) throw new XmlError('markup is not closed', at);
  return end + close.length;
}

/** The attributes from here to the end of the tag, by name without prefix. */
export function scanAttributes(
  bytes: Uint8Array,
  texts: XmlTexts,
  from: number,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (let at = from; ; ) {
    at = skipSpace(bytes, at);
    const code = bytes[at];
    if (code === GREATER || code === SLASH || code === undefined) return found;
    const equals = bytes.indexOf(EQUALS, at);
    const start = skipSpace(bytes, equals + 1) + 1;
    const end = bytes.indexOf(bytes[start - 1] ?? 0, start);
    if (equals < 0 || end < 0) throw new XmlError('an attribute is not closed', at);
    const name = texts.decode(at, equals).trim();
    found.set(name.slice(name.indexOf(':') + 1), texts.decode(start, end));
    at = end + 1;
  }
}
