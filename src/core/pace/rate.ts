// How many calls a service takes, learned from its answers. It begins low, is tried by one call more, then by two, four,
// eight ... as long as each step was used in full and nothing was throttled. Throttling puts it back to what was good, and
// from then on it is tried in small steps, each for a while.

/** So many calls in any period. */
export interface Rate {
  readonly calls: number;
  /** Milliseconds. */
  readonly period: number;
}

const first: Rate = { calls: 5, period: 1000 };
const mostCalls = 400;
const longestPeriod = 16_000;
/** Milliseconds for which a rate is kept after throttling, and after each step from then on. */
const holdAfterThrottling = 30_000;
const holdAfterStep = 10_000;

export class LearnedRate {
  #rate = first;
  /** What went well, or what nothing is known of yet. */
  #good = first;
  #step = 1;
  #wasThrottled = false;
  #heldUntil = Number.NEGATIVE_INFINITY;
  #wasUsed = false;
  #epoch = 0;

  get current(): Rate {
    return this.#rate;
  }

  /** Counts the slow-downs: throttling of a call from before the last one tells nothing new. */
  get epoch(): number {
    return this.#epoch;
  }

  /** A call went well, and so many in one period with it. */
  noteGood(count: number, now: number): void {
    if (count >= this.#rate.calls) this.#wasUsed = true;
    if (!this.#wasUsed || now < this.#heldUntil) return;
    this.#good = this.#rate;
    this.#wasUsed = false;
    this.#rate = faster(this.#rate, this.#nextStep());
    if (this.#wasThrottled) this.#heldUntil = now + holdAfterStep;
  }

  noteThrottled(now: number): void {
    this.#rate = this.#rate === this.#good ? slower(this.#good) : this.#good;
    this.#good = this.#rate;
    this.#wasThrottled = true;
    this.#wasUsed = false;
    this.#heldUntil = now + holdAfterThrottling;
    this.#epoch += 1;
  }

  #nextStep(): number {
    if (this.#wasThrottled) return Math.max(1, Math.floor(this.#rate.calls / 10));
    const step = this.#step;
    this.#step *= 2;
    return step;
  }
}

function faster({ calls, period }: Rate, step: number): Rate {
  if (period > first.period) return { calls, period: period / 2 };
  return { calls: Math.min(calls + step, mostCalls), period };
}

function slower({ calls, period }: Rate): Rate {
  if (calls > 1) return { calls: Math.floor(calls * 0.7), period };
  return { calls, period: Math.min(period * 2, longestPeriod) };
}
