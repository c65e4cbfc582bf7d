// The machine of states in the text of a made function: what comes next, and what is read and put where then. A small
// structure within it is a machine in the machine.

import type { Field } from './xmlFields.ts';
import { isAt, leafSource, type SourceValues } from './xmlLeafSource.ts';
import type { Markup } from './xmlMarkup.ts';
import { runFrom, runSource } from './xmlRunSource.ts';
import { countMoves, type Move, type State, statesFrom } from './xmlStates.ts';

/**
 * `members` are put into the output, `items` onto the cursor's stack. Those of a parent that is still open, because its end
 * has not come yet, are read as far as they have come, open `items` being put into the output as a list.
 */
export type ChildrenKind = 'members' | 'items' | 'open members' | 'open items';

/** How a machine stands in the text. */
export interface Frame {
  readonly kind: ChildrenKind;
  /** The names of what it fills and of the state it is in. */
  readonly output: string;
  readonly state: string;
  /** The name of the element it is in, as it stands in the document; undefined where the cursor has it. */
  readonly element: string | undefined;
  /** Structures of more moves than this are left to their own reader. */
  readonly innerMoves: number;
}

export class MachineWriter {
  readonly #values: SourceValues;
  readonly #frame: Frame;
  readonly #inRuns = new Set<Move>();

  constructor(values: SourceValues, frame: Frame) {
    this.#values = values;
    this.#frame = frame;
  }

  /** Statements that go on from the state it is in to the one they give up in, or one below 0 at the end of the element. */
  write(states: readonly State[]): string {
    const { state } = this.#frame;
    return `${state}Loop: for (;;) {
switch (${state}) {
${states.map((one) => this.#state(one)).join('\n')}
}
}`;
  }

  #state({ index, moves }: State): string {
    const giveUp = `{ ${this.#leave(index)} }`;
    const ways = moves.map((move) => {
      const taken = `${this.#run(move)}${this.#move(move, index, giveUp)}`;
      return `if (${isAt(move.markup.pattern, 'at')}) {\n${taken}\n} else `;
    });
    return `case ${index}:\n${ways.join('')}${giveUp}`;
  }

  #leave(state: number): string {
    return `${this.#frame.state} = ${state}; break ${this.#frame.state}Loop;`;
  }

  /** Texts within a run are part of its text; when one is read by itself, it begins no other run. */
  #run(move: Move): string {
    if (this.#frame.kind !== 'members' || this.#inRuns.has(move)) return '';
    const run = runFrom(move);
    for (const text of run) this.#inRuns.add(text.move);
    return run.length < 2 ? '' : runSource(run, this.#frame);
  }

  /** The way that is tried first falls through to the state it leads to, where that stands next. */
  #move({ markup, to }: Move, from: number, giveUp: string): string {
    const isOpen = isOpenKind(this.#frame.kind);
    if (to === undefined) return isOpen ? giveUp : this.#end(markup, giveUp);
    const child = this.#child(markup, to.place, giveUp);
    const noted = isOpen ? `${child}\n${this.#note(to.index)}` : child;
    return to.index === from + 1
      ? noted
      : `${noted}\n${this.#frame.state} = ${to.index};\ncontinue;`;
  }

  #note(state: number): string {
    return `progress.at = at;
progress.state = ${state};
if (--progress.left === 0) { ${this.#leave(state)} }`;
  }

  #end({ length, closes }: Markup<Field>, giveUp: string): string {
    const { element } = this.#frame;
    const left = `at += ${length};\n${this.#leave(-1)}`;
    if (element !== undefined) return element === closes ? left : giveUp;
    return `if (cursor.name !== ${this.#values.name(closes)}) ${giveUp}\ncursor.leave();\n${left}`;
  }

  #child(markup: Markup<Field>, place: Field, giveUp: string): string {
    const { length, isLeaf, isEmpty } = markup;
    if (!isLeaf) return this.#inner(markup, place) ?? this.#parent(markup, place, giveUp);
    if (!isEmpty) return this.#leaf(markup, place, giveUp);
    return `at += ${length};\nvalue = ${this.#values.name(place.leaf)}.read('');\n${this.#put(place)}`;
  }

  /** A structure that is read here; undefined if its own reader has to. */
  #inner({ length, enters, isEmpty }: Markup<Field>, place: Field): string | undefined {
    const parts = place.reader?.parts;
    if (parts === undefined || enters === undefined) return undefined;
    const made = `new ${this.#values.name(parts.NewObject)}()`;
    if (isEmpty) return `at += ${length};\nvalue = ${made};\n${this.#put(place)}`;
    const states = statesFrom(parts.start);
    if (!this.#isSmall(states)) return undefined;
    const stops = this.#values.name(states);
    const [output, state] = [`output${stops}`, `state${stops}`];
    const frame: Frame = { ...this.#frame, kind: 'members', output, state, element: enters };
    return `at += ${length};
const ${output} = ${made};
let ${state} = 0;
${new MachineWriter(this.#values, frame).write(states)}
if (${state} >= 0) {
cursor.at = at;
cursor.enter(${this.#values.name(enters)}, false);
cursor.leaf = ${stops}[${state}].leaf;
${this.#values.name(parts)}.finish(cursor, ${stops}[${state}].place, ${output});
at = cursor.at;
miss();
}
value = ${output};
${this.#put(place)}`;
  }

  /** Whether those are few, and of leaves alone. */
  #isSmall(states: readonly State[]): boolean {
    const count = countMoves(states);
    if (count === 0 || count > this.#frame.innerMoves) return false;
    return states.every(({ moves }) =>
      moves.every(({ markup, to }) => to === undefined || markup.isLeaf),
    );
  }

  /** One in a parent that is open may have to be opened, too. */
  #parent({ length, enters, isEmpty }: Markup<Field>, place: Field, giveUp: string): string {
    if (isOpenKind(this.#frame.kind)) return giveUp;
    const { reader } = place;
    const read =
      reader === undefined
        ? `${this.#values.name(place)}.read(cursor, ${this.#frame.output});`
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
    const { kind, output } = this.#frame;
    if (kind === 'items') return 'stack[cursor.height++] = value;';
    if (kind === 'open items') return `${output}.push(value);`;
    const target = `${output}[${JSON.stringify(member)}]`;
    if (!isItem) return `${target} = value;`;
    return `if (${target} === undefined) ${target} = [value]; else ${target}.push(value);`;
  }
}

export function isOpenKind(kind: ChildrenKind): boolean {
  return kind === 'open members' || kind === 'open items';
}
