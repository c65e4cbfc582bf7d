// The source of a function that reads the children of one kind of structure or list, as ajv and protobufjs write functions
// for their schemas. It is a machine of states, one behind each child, and what may come next is compared in numbers that
// stand in the code. What goes into the text is lengths, such numbers, and the member names of the service's model; all
// else, and whatever came over the wire as text, is handed over as values.

import type { Field } from './xmlFields.ts';
import { SourceValues } from './xmlLeafSource.ts';
import { type ChildrenKind, type Frame, isOpenKind, MachineWriter } from './xmlMachine.ts';
import { countMoves, type State, statesFrom } from './xmlStates.ts';

export interface ChildrenSource {
  /** The body of a function of `values`, `plainEnd` and `miss`, which gives the reader. */
  readonly text: string;
  readonly values: readonly unknown[];
  readonly states: readonly State[];
}

/** A function longer than this takes the engine more time than it saves. */
const mostMoves = 400;
/** In characters. The engine makes no fast code of a function of over 60 KiB of its own code, which about 90,000 come to. */
const longest = 80_000;
/** The children of structures of so many moves are read by the function of the structure or list around them. */
const mostInnerMoves = 24;

/** Undefined where nothing is known of what follows, or too much. */
export function childrenSource(start: Field, kind: ChildrenKind): ChildrenSource | undefined {
  const states = statesFrom(start);
  const moveCount = countMoves(states);
  if (moveCount === 0 || moveCount > mostMoves) return undefined;
  const sources = [mostInnerMoves, 0].map((most) => writeFunction(states, kind, most));
  return sources.find(({ text }) => text.length <= longest);
}

function writeFunction(
  states: readonly State[],
  kind: ChildrenKind,
  innerMoves: number,
): ChildrenSource {
  const values = new SourceValues();
  const frame: Frame = { kind, output: 'output', state: 'state', element: undefined, innerMoves };
  const machine = new MachineWriter(values, frame).write(states);
  const stops = values.name(states);
  const isOpen = isOpenKind(kind);
  const text = `'use strict';
${values.declarations()}
return (cursor, output${isOpen ? ', progress' : ''}) => {
  const { bytes, view, texts, stack } = cursor;
  const { buffer, shared } = texts;
  const end = bytes.length;
  let { at } = cursor;
  let start = 0;
  let to = 0;
  let value;
  let state = ${isOpen ? 'progress.state' : '0'};
  ${machine}
  cursor.at = at;
  if (state < 0) return undefined;
  cursor.leaf = ${stops}[state].leaf;
  return ${stops}[state].place;
};`;
  return { text, values: values.all, states };
}
