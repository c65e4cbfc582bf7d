// The source of a function that reads the children of one kind of structure or list, as ajv and protobufjs write functions
// for their schemas. It is a machine of states, one behind each child, and what may come next is compared in numbers that
// stand in the code. What goes into the text is lengths, such numbers, and the member names of the service's model; all
// else, and whatever came over the wire as text, is handed over as values.

import { BytePattern } from './bytePattern.ts';
import type { Field } from './xmlFields.ts';
import type { Markup } from './xmlMarkup.ts';
import { LESS, SLASH } from './xmlScan.ts';
import { quote } from './xmlTexts.ts';

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

/** Behind a child, or at the start. */
interface State {
  readonly index: number;
  readonly place: Field;
  /** The name of the leaf the cursor is in. */
  readonly leaf: string | undefined;
  readonly moves: Move[];
}

interface Move {
  readonly markup: Markup<Field>;
  /** Undefined at the end of the parent. */
  readonly to: State | undefined;
}

/** All that can be reached, what mostly comes next standing next. */
function statesFrom(start: Field): State[] {
  const states: State[] = [];
  const enter = (place: Field, leaf: string | undefined): State => {
    const known = states.find((state) => state.place === place && state.leaf === leaf);
    if (known !== undefined) return known;
    const state: State = { index: states.length, place, leaf, moves: [] };
    states.push(state);
    for (const markup of place.following) {
      if (markup.leaves !== leaf) continue;
      const { target, enters, isLeaf, isEmpty } = markup;
      const to = target && enter(target, isLeaf && !isEmpty ? enters : undefined);
      state.moves.push({ markup, to });
    }
    return state;
  };
  enter(start, undefined);
  return states;
}

class SourceWriter {
  readonly #kind: ChildrenKind;
  readonly #values: unknown[] = [];

  constructor(kind: ChildrenKind) {
    this.#kind = kind;
  }

  write(states: readonly State[]): ChildrenSource {
    const cases = states.map((state) => this.#state(state)).join('\n');
    const places = this.#value(states.map(({ place }) => place));
    const leaves = this.#value(states.map(({ leaf }) => leaf));
    const constants = this.#values.map((_, index) => `const v${index} = values[${index}];`);
    const text = `'use strict';
${constants.join('\n')}
return (cursor, output) => {
  const { bytes, view, texts, stack } = cursor;
  const { buffer } = texts;
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
    return { text, values: this.#values };
  }

  /** The name it goes by in the text. */
  #value(value: unknown): string {
    return `v${this.#values.push(value) - 1}`;
  }

  #state({ index, moves }: State): string {
    const giveUp = `{ state = ${index}; break loop; }`;
    const ways = moves.map(
      (move) =>
        `if (${isAt(move.markup.pattern, 'at')}) {\n${this.#move(move, index, giveUp)}\n} else `,
    );
    return `case ${index}:\n${ways.join('')}${giveUp}`;
  }

  /** The way that is tried first falls through to the state it leads to, where that stands next. */
  #move({ markup, to }: Move, from: number, giveUp: string): string {
    if (to === undefined) return this.#end(markup, giveUp);
    const child = this.#child(markup, to.place, giveUp);
    return to.index === from + 1 ? child : `${child}\nstate = ${to.index};\ncontinue;`;
  }

  #end({ length, closes }: Markup<Field>, giveUp: string): string {
    return `if (cursor.name !== ${this.#value(closes)}) ${giveUp}
cursor.at = at + ${length};
cursor.leave();
return undefined;`;
  }

  #child(markup: Markup<Field>, place: Field, giveUp: string): string {
    const { length, isLeaf, isEmpty } = markup;
    if (!isLeaf) return this.#parent(markup, place);
    if (!isEmpty) return this.#leaf(markup, place, giveUp);
    return `at += ${length};\nvalue = ${this.#value(place.leaf)}.read('');\n${this.#put(place)}`;
  }

  #parent({ length, enters, isEmpty }: Markup<Field>, place: Field): string {
    const { reader } = place;
    const read =
      reader === undefined
        ? `${this.#value(place)}.read(cursor, output);`
        : `value = ${this.#value(reader)}.read(cursor);\n${this.#put(place)}`;
    return `cursor.at = at + ${length};
cursor.enter(${this.#value(enters)}, ${isEmpty});
${read}
at = cursor.at;`;
  }

  #leaf({ length }: Markup<Field>, place: Field, giveUp: string): string {
    const text = this.#text(place, giveUp);
    const read = this.#usual(place, this.#fixed(place, this.#quoted(place, text)));
    return `start = at + ${length};\n${read}\n${this.#put(place)}\nat = to;`;
  }

  /** What reads a value as it mostly is, or else as `otherwise` does; so do the next two. */
  #usual({ habit: { usual } }: Field, otherwise: string): string {
    if (usual === undefined) return otherwise;
    return `if (${isAt(usual.pattern, 'start')}) {
to = start + ${usual.text.length};
value = ${this.#value(usual.text)};
} else {
${otherwise}
}`;
  }

  #fixed({ leaf }: Field, otherwise: string): string {
    if (leaf?.fixed === undefined) return otherwise;
    const [short, long] = leaf.fixed.lengths;
    return `to = start + ${long};
if (to >= end || bytes[to] !== ${LESS}) to = start + ${short};
value = undefined;
if (${isEndAt('to')}) value = ${this.#value(leaf.fixed)}.read(view, start, to);
if (value === undefined) {
${otherwise}
}`;
  }

  #quoted({ leaf, habit }: Field, otherwise: string): string {
    if (leaf?.isText !== true || !habit.isUnique || !habit.areQuoted) return otherwise;
    return `value = undefined;
if (${isAt(quote, 'start')}) {
to = start + ${quote.length};
${toPlainEnd}
if (${isAt(quoteAndEnd, 'to')}) {
to += ${quote.length};
value = texts.quoted(start, to);
}
}
if (value === undefined) {
${otherwise}
}`;
  }

  #text(place: Field, giveUp: string): string {
    const field = this.#value(place);
    return `to = start;
${toPlainEnd}
if (${isEndAt('to')}) {
value = ${this.#plain(place, field)};
} else {
const plainEnd = to;
to = texts.textEnd(plainEnd);
if (to < 0) ${giveUp}
value = ${field}.readText(texts, start, to, to === plainEnd);
}`;
  }

  #plain({ leaf, habit }: Field, field: string): string {
    if (leaf?.isText !== true) return `${this.#value(leaf)}.readPlain(texts, start, to)`;
    if (habit.isUnique) return 'buffer.latin1Slice(start, to)';
    return `${field}.readText(texts, start, to, true)`;
  }

  #put({ member, isItem }: Field): string {
    if (this.#kind === 'items') return 'stack[cursor.height++] = value;';
    const target = `output[${JSON.stringify(member)}]`;
    if (!isItem) return `${target} = value;`;
    return `if (${target} === undefined) ${target} = [value]; else ${target}.push(value);`;
  }
}

const quoteAndEnd = new BytePattern(Buffer.from('&quot;</'));

const toPlainEnd = 'to = plainEnd(view, to, end);';

function isEndAt(at: string): string {
  return `${at} + 1 < end && bytes[${at}] === ${LESS} && bytes[${at} + 1] === ${SLASH}`;
}

function isAt(pattern: BytePattern, at: string): string {
  const words = pattern.words.map(({ offset, size, word }) => {
    const read = size === 8 ? 'getFloat64' : size === 4 ? 'getInt32' : 'getUint8';
    return `view.${read}(${at} + ${offset}, true) === ${word}`;
  });
  return [`${at} + ${pattern.length} <= end`, ...words].join(' && ');
}
