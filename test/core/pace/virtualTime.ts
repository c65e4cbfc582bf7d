// Time that passes only when nothing else is left to do.

import { setImmediate } from 'node:timers/promises';
import type { PaceTime } from '../../../src/core/pace/gate.ts';

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

export class VirtualTime implements PaceTime {
  #now = 0;
  #timers = new Set<Timer>();

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.#now + milliseconds, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  readonly delay = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => this.after(milliseconds, resolve));

  get timers(): number {
    return this.#timers.size;
  }

  /** Lets time pass until `work` is done, or nothing is left that could end it. */
  async run<T>(work: Promise<T>): Promise<T> {
    let isDone = false;
    const end = () => {
      isDone = true;
    };
    work.then(end, end);
    while (await this.#step(() => isDone));
    if (!isDone) throw new Error(`Nothing happens any more after ${this.#now} ms.`);
    return work;
  }

  /** Lets so much time pass. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.delay(milliseconds);
    await this.run(end);
  }

  async #step(isDone: () => boolean): Promise<boolean> {
    for (let turns = 0; turns < 3; turns++) await setImmediate();
    const [next] = [...this.#timers].sort((one, other) => one.at - other.at);
    if (isDone() || !next) return false;
    this.#timers.delete(next);
    this.#now = Math.max(this.#now, next.at);
    next.run();
    return true;
  }
}

/** The most of these times within one second: the times of a second later are not in it. */
export function mostInASecond(times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  let first = 0;
  let most = 0;
  sorted.forEach((time, i) => {
    while (time - (sorted[first] ?? time) >= 1000) first += 1;
    most = Math.max(most, i - first + 1);
  });
  return most;
}
