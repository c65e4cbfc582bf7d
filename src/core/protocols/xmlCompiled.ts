// The children of a kind of structure or list read by a function made for them, once many have been read one by one and
// what followed what is known.

import type { XmlCursor } from './xmlCursor.ts';
import type { Field } from './xmlFields.ts';
import type { ChildrenKind } from './xmlMachine.ts';
import { type ChildrenSource, childrenSource } from './xmlSource.ts';
import { plainEnd } from './xmlTexts.ts';

/** After so many parents a function is made, which takes a millisecond or two. */
export const worthwhile = 1000;

/**
 * Reads the children of the element just entered: members into the output, items onto the cursor's stack. Undefined when
 * the element is left; else the place behind which something comes that never came before.
 */
type ReadChildren = (cursor: XmlCursor, output: Record<string, unknown>) => Field | undefined;

export class CompiledChildren {
  readonly #start: Field;
  readonly #kind: ChildrenKind;
  #read: ReadChildren | undefined;
  /** Parents that were not read to their end since the function was made. */
  #misses = 0;
  #mostMisses = worthwhile;

  constructor(start: Field, kind: ChildrenKind) {
    this.#start = start;
    this.#kind = kind;
  }

  /** Reads as far as all is as before. Undefined when the element is left; else the place to go on from, one by one. */
  read(cursor: XmlCursor, output: Record<string, unknown>): Field | undefined {
    if (cursor.isEmpty) return this.#start;
    const place = this.#read === undefined ? this.#start : this.#read(cursor, output);
    if (place !== undefined) this.#miss();
    return place;
  }

  readonly #miss = () => {
    if (++this.#misses === this.#mostMisses) this.#compile();
  };

  /** Less and less often, where what comes is different every time. */
  #compile(): void {
    const source = childrenSource(this.#start, this.#kind);
    this.#read = compile(source, this.#miss) as ReadChildren | undefined;
    this.#misses = 0;
    this.#mostMisses *= 2;
  }
}

/** Undefined where there is too little or too much to it, and where the process does not let code be made. */
export function compile(source: ChildrenSource | undefined, miss: () => void): unknown {
  if (source === undefined) return undefined;
  try {
    const make = new Function('values', 'plainEnd', 'miss', source.text);
    return make(source.values, plainEnd, miss);
  } catch (error) {
    if (error instanceof EvalError) return undefined;
    throw error;
  }
}
