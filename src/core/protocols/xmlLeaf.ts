// Values without children, each read from its text, and where that text is plain straight from the document's bytes.

import { BytePattern } from './bytePattern.ts';
import { fixedTimestampLengths, parseFixedTimestamp } from './fixedTimestamp.ts';
import { parseBase64, parseDigits, parseFloatText, parseInteger } from './scalars.ts';
import type { Schema } from './schema.ts';
import { parseTimestamp } from './timestamps.ts';
import type { XmlTexts } from './xmlTexts.ts';

export interface XmlLeaf {
  /** True where the text is the value. */
  readonly isText?: boolean;
  /** True where the value is a whole number. */
  readonly isInteger?: boolean;
  /** Texts that are mostly all there are. */
  readonly constants?: readonly LeafConstant[];
  /** For texts whose length mostly is one of two, so that their end need not be looked for. */
  readonly fixed?: FixedLeaf;
  read(text: string): unknown;
  readPlain(texts: XmlTexts, start: number, end: number): unknown;
}

/** A text with the `</` behind it, and what it means. */
export interface LeafConstant {
  readonly pattern: BytePattern;
  readonly length: number;
  readonly value: boolean;
}

export interface FixedLeaf {
  readonly lengths: readonly [short: number, long: number];
  /** Looks at all of the bytes; undefined where they are of another form. */
  read(view: DataView, start: number, end: number): unknown;
}

export function leafOf(schema: Schema): XmlLeaf | undefined {
  switch (schema.type) {
    case 'structure':
    case 'list':
    case 'map':
      return undefined;
    case 'integer':
    case 'long':
      return integer;
    case 'float':
    case 'double':
      return float;
    case 'boolean':
      return boolean;
    case 'timestamp':
      return timestamp;
    case 'blob':
      return blob;
    default:
      return schema.traits.sensitive === true ? secret : string;
  }
}

const string: XmlLeaf = {
  isText: true,
  read: (text) => text,
  readPlain: (texts, start, end) => texts.plain(start, end),
};

/** Not as `isText`, since what members usually say is kept. */
const secret: XmlLeaf = { read: string.read, readPlain: string.readPlain };

const integer: XmlLeaf = {
  isInteger: true,
  read: parseInteger,
  readPlain: (texts, start, end) =>
    parseDigits(texts.bytes, start, end) ?? parseInteger(texts.plain(start, end)),
};

const float: XmlLeaf = {
  read: parseFloatText,
  readPlain: (texts, start, end) => parseFloatText(texts.plain(start, end)),
};

const boolean: XmlLeaf = {
  constants: [constantOf('true', true), constantOf('false', false)],
  read: (text) => text === 'true',
  readPlain: (texts, start, end) => end - start === 4 && texts.isAt('true', start),
};

function constantOf(text: string, value: boolean): LeafConstant {
  return { pattern: new BytePattern(Buffer.from(`${text}</`)), length: text.length, value };
}

const timestamp: XmlLeaf = {
  fixed: { lengths: fixedTimestampLengths, read: readFixedTimestamp },
  read: parseTimestamp,
  readPlain: (texts, start, end) =>
    readFixedTimestamp(texts.view, start, end) ?? parseTimestamp(texts.plain(start, end)),
};

function readFixedTimestamp(view: DataView, start: number, end: number): Date | undefined {
  const milliseconds = parseFixedTimestamp(view, start, end) ?? Number.NaN;
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds);
}

const blob: XmlLeaf = {
  read: parseBase64,
  readPlain: (texts, start, end) => parseBase64(texts.plain(start, end)),
};
