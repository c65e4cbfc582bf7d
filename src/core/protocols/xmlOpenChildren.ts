// The children of an element whose end has not come yet, read by a function made for them once many have been read one by
// one. It is as for a whole element, but goes on from any child, and notes how far it came behind each: the bytes may end
// within the next.

import { MadeReader } from './xmlCompiled.ts';
import type { XmlCursor } from './xmlCursor.ts';
import type { Field } from './xmlFields.ts';
import type { ChildrenKind } from './xmlMachine.ts';

/** Behind the child last read. */
interface Progress {
  at: number;
  /** The index of a state. */
  state: number;
  /** How many children may be read. */
  left: number;
}

/** So many are read at a time: the engine makes fast code of what is called often much sooner than of what stays in a loop. */
const mostAtOnce = 32;

type ReadOpenChildren = (
  cursor: XmlCursor,
  output: unknown,
  progress: Progress,
) => Field | undefined;

/** What is read into, and how far. */
export interface OpenParent {
  readonly value: unknown;
  /** The child last gone over. */
  here: Field;
}

export class OpenChildren {
  readonly #made: MadeReader<ReadOpenChildren>;
  readonly #progress: Progress = { at: 0, state: 0, left: 0 };

  constructor(start: Field, kind: ChildrenKind) {
    this.#made = new MadeReader(start, kind);
  }

  /**
   * Reads some children, as far as all is as before, which may be nowhere. Throws where the bytes end within a child. In either case the
   * cursor is behind what has been read, and the parent knows it.
   */
  read(cursor: XmlCursor, parent: OpenParent): void {
    const { at, leaf } = cursor;
    const { read, states } = this.#made;
    const state = states.findIndex((one) => one.place === parent.here && one.leaf === leaf);
    if (read === undefined || state < 0) {
      this.#made.miss();
      return;
    }
    const progress = this.#progress;
    progress.at = at;
    progress.state = state;
    progress.left = mostAtOnce;
    try {
      read(cursor, parent.value, progress);
    } finally {
      const stop = states[progress.state];
      cursor.at = progress.at;
      cursor.leaf = stop?.leaf;
      cursor.isEmpty = false;
      parent.here = stop?.place ?? parent.here;
      if (progress.at === at) this.#made.miss();
    }
  }
}
