// Where a made function can be, and what may come there: the places of a reader with the markup learned behind each.

import type { Field } from './xmlFields.ts';
import type { Markup } from './xmlMarkup.ts';

/** Behind a child, or at the start. */
export interface State {
  readonly index: number;
  readonly place: Field;
  /** The name of the leaf the cursor is in. */
  readonly leaf: string | undefined;
  readonly moves: Move[];
}

export interface Move {
  readonly markup: Markup<Field>;
  /** Undefined at the end of the parent. */
  readonly to: State | undefined;
}

/** All that can be reached, what mostly comes next standing next. */
export function statesFrom(start: Field): State[] {
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

export function countMoves(states: readonly State[]): number {
  return states.reduce((count, { moves }) => count + moves.length, 0);
}
