// The children of a kind of structure or list read by a function made for them, once many have been read one by one and
// what followed what is known.

import { madeFunction } from './madeFunction.ts';
import type { XmlCursor } from './xmlCursor.ts';
import type { Field } from './xmlFields.ts';
import type { ChildrenKind } from './xmlMachine.ts';
import { type ChildrenSource, childrenSource } from './xmlSource.ts';
import type { State } from './xmlStates.ts';
import { plainEnd } from './xmlTexts.ts';

/** After so many parents a function is made, which takes a millisecond or two. */
const worthwhile = 1000;

/**
 * Reads the children of the element just entered: members into the output, items onto the cursor's stack. Undefined when
 * the element is left; else the place behind which something comes that never came before.
 */
type ReadChildren = (cursor: XmlCursor, output: Record<string, unknown>) => Field | undefined;

export class CompiledChildren {
  readonly #start: Field;
  readonly #made: MadeReader<ReadChildren>;

  constructor(start: Field, kind: ChildrenKind) {
    this.#start = start;
    this.#made = new MadeReader(start, kind);
  }

  /** Reads as far as all is as before. Undefined when the element is left; else the place to go on from, one by one. */
  read(cursor: XmlCursor, output: Record<string, unknown>): Field | undefined {
    if (cursor.isEmpty) return this.#start;
    const { read } = this.#made;
    const place = read === undefined ? this.#start : read(cursor, output);
    if (place !== undefined) this.#made.miss();
    return place;
  }
}

/** The function for one kind of children, made anew when it is of no use too often. */
export class MadeReader<Read> {
  readonly #start: Field;
  readonly #kind: ChildrenKind;
  /** Undefined where there is too little or too much to it, and where the process does not let code be made. */
  read: Read | undefined;
  states: readonly State[] = [];
  #misses = 0;
  #mostMisses = worthwhile;

  constructor(start: Field, kind: ChildrenKind) {
    this.#start = start;
    this.#kind = kind;
  }

  /** Something was not read by it. */
  readonly miss = () => {
    if (++this.#misses === this.#mostMisses) this.#make();
  };

  /** Less and less often, where what comes is different every time. */
  #make(): void {
    const source = childrenSource(this.#start, this.#kind);
    this.read = source && this.#compile(source);
    this.states = source?.states ?? [];
    this.#misses = 0;
    this.#mostMisses *= 2;
  }

  #compile({ text, values }: ChildrenSource): Read | undefined {
    const make = madeFunction<Make<Read>>(['values', 'plainEnd', 'miss'], text);
    return make?.(values, plainEnd, this.miss);
  }
}

type Make<Read> = (values: readonly unknown[], end: typeof plainEnd, miss: () => void) => Read;
