// The part of a made function that reads texts which never repeat and stand one behind the other, such as the names, ids
// and ARNs of users: they are made as one string with the markup between, and each as a slice of that. Making a string
// costs as much as slicing eight. What a slice keeps alive is its own item's few hundred bytes. Texts that are sensitive
// are no part of it.

import type { Field } from './xmlFields.ts';
import { isAt, isEndAt } from './xmlLeafSource.ts';
import type { Markup } from './xmlMarkup.ts';
import type { Move, State } from './xmlStates.ts';

/** In bytes, with the markup. */
const longestRun = 512;
const mostTexts = 6;
/** Longer than this, it would keep more alive than it saves. */
const longestBetween = 64;

/** A text of a run, and how it is come to. */
export interface RunText {
  readonly move: Move;
  readonly markup: Markup<Field>;
  readonly state: State;
}

/** The names of what is filled and of the state. */
interface RunFrame {
  readonly output: string;
  readonly state: string;
}

/** The texts that mostly follow from a move on. */
export function runFrom(first: Move): RunText[] {
  const run: RunText[] = [];
  let move: Move | undefined = first;
  while (move?.to !== undefined && run.length < mostTexts) {
    const { markup } = move;
    const state: State = move.to;
    const isNear = run.length === 0 || markup.length <= longestBetween;
    if (!isNear || !isOwnText(markup, state.place) || run.some((text) => text.state === state))
      break;
    run.push({ move, markup, state });
    move = state.moves[0];
  }
  return run;
}

/** Whether it holds a text that never repeats, mostly as it stands. */
function isOwnText({ isLeaf, isEmpty }: Markup<Field>, { leaf, habit, isItem }: Field): boolean {
  const isText = isLeaf && !isEmpty && !isItem && leaf?.isText === true;
  return isText && habit.isUnique && !habit.areQuoted && habit.usual === undefined;
}

/** Statements that take as many of them as come, the cursor being at the first one's markup; none if that is not plain. */
export function runSource([first, ...rest]: readonly RunText[], frame: RunFrame): string {
  if (first === undefined) return '';
  return `start = at + ${first.markup.length};
to = plainEnd(view, start, end);
if (${isEndAt('to')}) {
const end0 = to;
${frame.state} = ${first.state.index};
${rest.map((_, i) => `let start${i + 1} = 0;\nlet end${i + 1} = 0;`).join('\n')}
near: {
${rest.map((text, i) => further(text, i + 1, frame)).join('\n')}
}
const run = buffer.latin1Slice(start, to);
${target(first, frame)} = run.slice(0, end0 - start);
${rest.map((text, i) => put(text, i + 1, frame)).join('\n')}
at = to;
continue;
}
`;
}

function further({ markup, state }: RunText, index: number, frame: RunFrame): string {
  const [from, past] = [`start${index}`, `past${index}`];
  return `if (!(${isAt(markup.pattern, 'to')})) break near;
${from} = to + ${markup.length};
const ${past} = plainEnd(view, ${from}, end);
if (!(${isEndAt(past)}) || ${past} > start + ${longestRun}) break near;
to = end${index} = ${past};
${frame.state} = ${state.index};`;
}

function put(text: RunText, index: number, frame: RunFrame): string {
  const [from, to] = [`start${index}`, `end${index}`];
  return `if (${to} > 0) ${target(text, frame)} = run.slice(${from} - start, ${to} - start);`;
}

function target({ state }: RunText, { output }: RunFrame): string {
  return `${output}[${JSON.stringify(state.place.member)}]`;
}
