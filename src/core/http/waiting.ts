// Requests that wait for a free connection, because as many as may be are open to their host. They wait as long as others
// get one. The end comes when none became free for a while, since who holds them (streams that nobody reads, streams of
// events) may do so for hours.

import { ConnectionError } from '../errors.ts';
import type { Reception } from './reception.ts';

export interface WaitLimits {
  /** Milliseconds, as of the request. */
  readonly connectTimeout: number;
  readonly readTimeout: number;
  /** For the message. */
  readonly maxConnections: number;
}

export class WaitingRequests {
  /** One group for each time that requests to a host may wait, which hardly ever differ. */
  readonly #groups = new Map<string, WaitingGroup[]>();

  /** A request to this host got its connection. */
  noteStart(host: string): void {
    for (const group of this.#groups.get(host) ?? []) group.noteStart();
  }

  /** Ends a request that has no connection yet once none to its host got one for as long as both times together. */
  limit(reception: Reception, host: string, limits: WaitLimits): void {
    const { connectTimeout, readTimeout, maxConnections } = limits;
    // Who lets a server be silent for ever lets others wait for it too.
    if (readTimeout === 0) return;
    reception.limitWait((end) =>
      this.#group(host, connectTimeout + readTimeout).add(() =>
        end(noFreeConnection(host, maxConnections)),
      ),
    );
  }

  #group(host: string, pause: number): WaitingGroup {
    const groups = this.#groups.get(host) ?? [];
    this.#groups.set(host, groups);
    const known = groups.find((group) => group.pause === pause);
    if (known) return known;
    const group = new WaitingGroup(pause);
    groups.push(group);
    return group;
  }
}

interface Waiter {
  readonly end: () => void;
  /** The number of the look before it came. */
  readonly since: number;
}

/**
 * Looks from time to time whether a request got its connection since the last look. Nearly all requests wait for a moment
 * only, and a clock and a timer for each would cost more than the rest of this.
 */
class WaitingGroup {
  /** Milliseconds between two looks. */
  readonly pause: number;
  readonly #waiters = new Set<Waiter>();
  #timer: NodeJS.Timeout | undefined;
  #looks = 0;
  #hasStarted = false;

  constructor(pause: number) {
    this.pause = pause;
  }

  noteStart(): void {
    this.#hasStarted = true;
  }

  /** What it gives ends the wait. */
  add(end: () => void): () => void {
    const waiter = { end, since: this.#timer ? this.#looks : this.#looks - 1 };
    this.#waiters.add(waiter);
    this.#timer ??= this.#startTimer();
    if (this.#waiters.size === 1) this.#timer.ref();
    return () => {
      this.#waiters.delete(waiter);
      if (this.#waiters.size === 0) this.#timer?.unref();
    };
  }

  #startTimer(): NodeJS.Timeout {
    this.#hasStarted = false;
    return setTimeout(() => this.#look(), this.pause);
  }

  #look(): void {
    this.#looks += 1;
    const wasSilent = !this.#hasStarted;
    this.#timer = this.#waiters.size === 0 ? undefined : this.#startTimer();
    if (!wasSilent) return;
    for (const { since, end } of [...this.#waiters]) {
      if (since < this.#looks - 1) end();
    }
  }
}

/** Not tried again: it would wait behind the same ones. */
function noFreeConnection(host: string, connections: number): ConnectionError {
  const help = `All ${connections} connections to it are in use, and none became free in time. Read to the end or close what is open: downloads, streams of events.`;
  return new ConnectionError(host, 'NO_FREE_CONNECTION', help, false);
}
