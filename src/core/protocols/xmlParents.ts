// The elements of a document that are open while it arrives.

import type { XmlCursor } from './xmlCursor.ts';
import type { Field } from './xmlFields.ts';
import type { ListReader, ParentReader, StructureReader } from './xmlRead.ts';

/** An open element. */
export interface Parent {
  readonly reader: ParentReader;
  readonly value: unknown;
  /** The child last gone over. */
  here: Field;
  /** Reads the child just entered. */
  read(field: Field, cursor: XmlCursor): void;
  /** Takes what the child that was open came to. */
  put(value: unknown): void;
}

export class Structure implements Parent {
  readonly reader: StructureReader;
  readonly value: Record<string, unknown>;
  here: Field;

  constructor(reader: StructureReader, cursor: XmlCursor) {
    this.reader = reader;
    this.value = reader.begin(cursor);
    this.here = reader.start;
  }

  read(field: Field, cursor: XmlCursor): void {
    field.read(cursor, this.value);
  }

  put(value: unknown): void {
    this.here.put(this.value, value);
  }
}

export class List implements Parent {
  readonly reader: ListReader;
  readonly value: unknown[] = [];
  here: Field;

  constructor(reader: ListReader) {
    this.reader = reader;
    this.here = reader.start;
  }

  read(field: Field, cursor: XmlCursor): void {
    this.value.push(field.readValue(cursor));
  }

  put(value: unknown): void {
    this.value.push(value);
  }
}
