// The source of a function that reads the children of one kind of structure or list, as ajv and protobufjs write functions
// for their schemas. It is a machine of states, one behind each child, and what may come next is compared in numbers that
// stand in the code. What goes into the text is lengths, such numbers, and the member names of the service's model; all
// else, and whatever came over the wire as text, is handed over as values.

import type { Field } from './xmlFields.ts';
import { isAt, leafSource, SourceValues } from './xmlLeafSource.ts';
import type { Markup } from './xmlMarkup.ts';
import { runFrom, runSource } from './xmlRunSource.ts';
import { type Move, type State, statesFrom } from './xmlStates.ts';

/** `members` are put into the output, `items` onto the cursor's stack. */
export type ChildrenKind = 'members' | 'items';

export interface ChildrenSource {
  /** The body of a function of `values` and `plainEnd`, which gives the reader. */
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A function longer than this takes the engine more time than it saves. */
const mostMoves = 400;

/** Undefined where nothing is known of what follows, or too much. */
export function childrenSource(start: Field, kind: ChildrenKind): ChildrenSource | undefined {
  const states = statesFrom(start);
  const moveCount = states.reduce((count, { moves }) => count + moves.length, 0);
  if (moveCount === 0 || moveCount > mostMoves) return undefined;
  return new SourceWriter(kind).write(states);
}

class SourceWriter {
  readonly #kind: ChildrenKind;
  readonly #values = new SourceValues();
  readonly #inRuns = new Set<Move>();

  constructor(kind: ChildrenKind) {
    this.#kind = kind;
  }

  write(states: readonly State[]): ChildrenSource {
    const cases = states.map((state) => this.#state(state)).join('\n');
    const places = this.#values.name(states.map(({ place }) => place));
    const leaves = this.#values.name(states.map(({ leaf }) => leaf));
    const text = `'use strict';
${this.#values.declarations()}
return (cursor, output) => {
  const { bytes, view, texts, stack } = cursor;
  const { buffer, shared } = texts;
  const end = bytes.length;
  let { at } = cursor;
  let start = 0;
  let to = 0;
  let value;
  let state = 0;
  loop: for (;;) {
    switch (state) {
${cases}
    }
  }
  cursor.at = at;
  cursor.leaf = ${leaves}[state];
  return ${places}[state];
};`;
    return { text, values: this.#values.all };
  }

  #state({ index, moves }: State): string {
    const giveUp = `{ state = ${index}; break loop; }`;
    const ways = moves.map((move) => {
      const taken = `${this.#run(move)}${this.#move(move, index, giveUp)}`;
      return `if (${isAt(move.markup.pattern, 'at')}) {\n${taken}\n} else `;
    });
    return `case ${index}:\n${ways.join('')}${giveUp}`;
  }

  /** Texts within a run are part of its text; when one is read by itself, it begins no other run. */
  #run(move: Move): string {
    if (this.#kind === 'items' || this.#inRuns.has(move)) return '';
    const run = runFrom(move);
    for (const text of run) this.#inRuns.add(text.move);
    return run.length < 2 ? '' : runSource(run);
  }

  /** The way that is tried first falls through to the state it leads to, where that stands next. */
  #move({ markup, to }: Move, from: number, giveUp: string): string {
    if (to === undefined) return this.#end(markup, giveUp);
    const child = this.#child(markup, to.place, giveUp);
    return to.index === from + 1 ? child : `${child}\nstate = ${to.index};\ncontinue;`;
  }

  #end({ length, closes }: Markup<Field>, giveUp: string): string {
    return `if (cursor.name !== ${this.#values.name(closes)}) ${giveUp}
cursor.at = at + ${length};
cursor.leave();
return undefined;`;
  }

  #child(markup: Markup<Field>, place: Field, giveUp: string): string {
    const { length, isLeaf, isEmpty } = markup;
    if (!isLeaf) return this.#parent(markup, place);
    if (!isEmpty) return this.#leaf(markup, place, giveUp);
    return `at += ${length};\nvalue = ${this.#values.name(place.leaf)}.read('');\n${this.#put(place)}`;
  }

  #parent({ length, enters, isEmpty }: Markup<Field>, place: Field): string {
    const { reader } = place;
    const read =
      reader === undefined
        ? `${this.#values.name(place)}.read(cursor, output);`
        : `value = ${this.#values.name(reader)}.read(cursor);\n${this.#put(place)}`;
    return `cursor.at = at + ${length};
cursor.enter(${this.#values.name(enters)}, ${isEmpty});
${read}
at = cursor.at;`;
  }

  #leaf({ length }: Markup<Field>, place: Field, giveUp: string): string {
    const read = leafSource(place, this.#values, giveUp);
    return `start = at + ${length};\n${read}\n${this.#put(place)}\nat = to;`;
  }

  #put({ member, isItem }: Field): string {
    if (this.#kind === 'items') return 'stack[cursor.height++] = value;';
    const target = `output[${JSON.stringify(member)}]`;
    if (!isItem) return `${target} = value;`;
    return `if (${target} === undefined) ${target} = [value]; else ${target}.push(value);`;
  }
}
