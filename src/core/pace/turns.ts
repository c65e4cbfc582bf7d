// The calls that wait at a gate, in the order in which they may go.

import type { Pass } from './gate.ts';

/**
 * `direct`: somebody asked for this very call; first come, first served. `opened`: for what the person opened; the newest
 * first. `background`: nobody waits for it.
 */
export type Priority = (typeof priorities)[number];

const priorities = ['direct', 'opened', 'background'] as const;

/** A call on its way through a gate, with all its attempts. */
export class Turn {
  /** Absent for a call that another one waits for: it goes at once, and is counted. */
  priority: Priority | undefined;
  /** Attempts that were throttled. */
  throttled = 0;
  /** Present while it waits. */
  go: ((pass: Pass) => void) | undefined;

  constructor(priority?: Priority) {
    this.priority = priority;
  }
}

export class WaitingTurns {
  readonly #lanes: Readonly<Record<Priority, Turn[]>> = { direct: [], opened: [], background: [] };

  /** A call that was throttled goes before the others of its priority. */
  add(turn: Turn): void {
    const lane = this.#lanes[turn.priority ?? 'direct'];
    if (turn.priority === 'direct' && turn.throttled > 0) lane.unshift(turn);
    else lane.push(turn);
  }

  /** The one to go next stays where it is. */
  peek(): Turn | undefined {
    for (const priority of priorities) {
      const lane = this.#lanes[priority];
      for (let turn = next(lane, priority); turn; turn = next(lane, priority)) {
        if (turn.go !== undefined && turn.priority === priority) return turn;
        take(lane, priority);
      }
    }
    return undefined;
  }

  /** Gives all that still wait, and keeps none. */
  drain(): readonly Turn[] {
    const all = new Set(Object.values(this.#lanes).flatMap((lane) => lane.splice(0)));
    return [...all].filter(({ go }) => go !== undefined);
  }
}

function next(lane: readonly Turn[], priority: Priority): Turn | undefined {
  return priority === 'direct' ? lane[0] : lane.at(-1);
}

function take(lane: Turn[], priority: Priority): void {
  if (priority === 'direct') lane.shift();
  else lane.pop();
}

/** True if the first goes before the other. */
export function isBefore(one: Priority, other: Priority): boolean {
  return priorities.indexOf(one) < priorities.indexOf(other);
}
