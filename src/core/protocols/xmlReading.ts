// A long XML document read while it arrives, so that neither the whole of it is ever in memory nor the event loop stands
// still for it. The outermost structures and lists are kept open between two arrivals; each of their children is read in
// one go, and once more from its start if the bytes ended in it.

import type { Document } from './protocol.ts';
import type { Schema } from './schema.ts';
import type { XmlCursor } from './xmlCursor.ts';
import type { Field } from './xmlFields.ts';
import { List, type Parent, Structure } from './xmlParents.ts';
import { nextPlace } from './xmlPlaces.ts';
import { enterWrapper, ListReader, readElement, readerOf, StructureReader } from './xmlRead.ts';
import { GREATER } from './xmlScan.ts';
import { leaveWorkplace, takeWorkplace } from './xmlWorkplace.ts';

/** So many bytes are read at a time at first, and at last: a long document is not worth stopping in so often. */
const shortestPace = 32 * 1024;
const longestPace = 256 * 1024;

const longChild = 64 * 1024;

export interface XmlReadingOptions {
  /** The element the members are in; absent: the root. */
  readonly wrapper?: string | undefined;
  /** How many bytes are read at a time at first. 32 KiB when absent. */
  readonly pace?: number;
  /** A child of so many bytes is not read in one go if it can be read by its own children. 64 KiB when absent. */
  readonly long?: number;
}

export class XmlReading {
  readonly #schema: Schema;
  readonly #wrapper: string | undefined;
  readonly #cursor: XmlCursor;
  /** What came and is not read yet, from the start on. */
  #window: Uint8Array<ArrayBuffer>;
  #length = 0;
  /** It is not worth trying before so many bytes are there. */
  #wanted = 0;
  #pace: number;
  readonly #long: number;
  #isLong = false;
  /** The open elements, outermost first, and their names as a cursor has them. */
  readonly #parents: Parent[] = [];
  #names: readonly string[] = [];
  readonly #place = new StepEnd();
  #output: Document | undefined;
  #isFinished = false;

  constructor(
    schema: Schema,
    { wrapper, pace = shortestPace, long = longChild }: XmlReadingOptions = {},
  ) {
    this.#schema = schema;
    this.#wrapper = wrapper;
    this.#pace = pace;
    this.#long = long;
    const { cursor, window } = takeWorkplace();
    this.#cursor = cursor;
    this.#window = window;
  }

  push(chunk: Uint8Array): void {
    if (this.#output !== undefined) return;
    this.#append(chunk);
    if (this.#length >= this.#wanted) this.#read(false);
  }

  /** The output, when all has come. Throws for bytes that are not XML or do not fit. */
  finish(): Document {
    if (!this.#isFinished) this.#read(true);
    if (this.#output === undefined) throw new TypeError('its XML ends early');
    if (!this.#isFinished) leaveWorkplace({ cursor: this.#cursor, window: this.#window });
    this.#isFinished = true;
    return this.#output;
  }

  #append(chunk: Uint8Array): void {
    const length = this.#length + chunk.length;
    if (length > this.#window.length) {
      const larger = new Uint8Array(2 * length);
      larger.set(this.#window.subarray(0, this.#length));
      this.#window = larger;
    }
    this.#window.set(chunk, this.#length);
    this.#length = length;
  }

  /** Reads as far as whole tags go. Where they end early, whatever that looks like is no fault yet. */
  #read(isWhole: boolean): void {
    const cursor = this.#cursor;
    const end = isWhole ? this.#length : this.#window.lastIndexOf(GREATER, this.#length - 1) + 1;
    cursor.continueIn(this.#window.subarray(0, end), isWhole);
    this.#place.take(cursor);
    try {
      while (this.#output === undefined) {
        this.#step(cursor);
        this.#place.take(cursor);
        this.#isLong = false;
      }
    } catch (error) {
      if (isWhole) throw error;
      this.#keepRest(cursor);
    }
  }

  /** Back to where the last step ended, to try the next one again with more bytes. */
  #keepRest(cursor: XmlCursor): void {
    const { at } = this.#place;
    cursor.reset({ ...this.#place, height: 0, attributesAt: 0, names: this.#names });
    this.#window.copyWithin(0, at, this.#length);
    this.#length -= at;
    this.#isLong = this.#length >= this.#long;
    this.#wanted = this.#length + Math.max(this.#pace, this.#isLong ? this.#length : 0);
    this.#pace = Math.min(2 * this.#pace, longestPace);
  }

  /** The children of the innermost open element up to its end, or to one to be opened. */
  #step(cursor: XmlCursor): void {
    const parent = this.#parents.at(-1);
    if (parent === undefined) {
      this.#open(cursor);
      return;
    }
    const { find } = parent.reader;
    for (;;) {
      if (!this.#isLong) this.#readOpen(cursor, parent);
      const field = nextPlace(cursor, parent.here, find);
      if (field === undefined) {
        this.#close(cursor, parent);
        return;
      }
      const child = this.#childToOpen(cursor, field);
      if (child !== undefined) {
        this.#enter(cursor, child);
        parent.here = field;
        return;
      }
      parent.read(field, cursor);
      parent.here = field;
      this.#place.take(cursor);
      this.#isLong = false;
    }
  }

  /** The children that come as they came before. */
  #readOpen(cursor: XmlCursor, parent: Parent): void {
    if (cursor.isEmpty) return;
    try {
      parent.reader.open.read(cursor, parent);
    } finally {
      this.#place.take(cursor);
    }
  }

  #open(cursor: XmlCursor): void {
    cursor.open();
    if (!enterWrapper(this.#schema, cursor, this.#wrapper)) {
      this.#output = {};
      return;
    }
    const reader = readerOf(this.#schema);
    if (reader instanceof StructureReader) this.#enter(cursor, new Structure(reader, cursor));
    else this.#output = readElement(this.#schema, cursor);
  }

  #enter(cursor: XmlCursor, parent: Parent): void {
    this.#parents.push(parent);
    this.#names = cursor.mark().names;
  }

  #close(cursor: XmlCursor, parent: Parent): void {
    this.#parents.pop();
    this.#names = cursor.mark().names;
    const around = this.#parents.at(-1);
    if (around === undefined) this.#output = parent.value as Document;
    else around.put(parent.value);
  }

  /** The child just entered, if it is better read by its own children than in one go. */
  #childToOpen(cursor: XmlCursor, { reader }: Field): Parent | undefined {
    const isOutermost = this.#parents.length === 1;
    if (reader instanceof ListReader) {
      return isOutermost || this.#isLong ? new List(reader) : undefined;
    }
    return this.#isLong && reader instanceof StructureReader
      ? new Structure(reader, cursor)
      : undefined;
  }
}

/** Where a step ended, all but the names around. */
class StepEnd {
  at = 0;
  isEmpty = false;
  leaf: string | undefined = undefined;

  take({ at, isEmpty, leaf }: XmlCursor): void {
    this.at = at;
    this.isEmpty = isEmpty;
    this.leaf = leaf;
  }
}
