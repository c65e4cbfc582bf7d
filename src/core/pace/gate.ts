// Where the calls to one service in one region of one account pass, whoever makes them: as many at once and in a second as
// the service was seen to take. Each attempt passes, the repeated ones too.

import { untilAborted } from '../abort.ts';
import { CallWindow, type CountedCall } from './callWindow.ts';
import { LearnedRate } from './rate.ts';
import { isBefore, type Priority, type Turn, WaitingTurns } from './turns.ts';

/** The clock and the timer of gates. */
export interface PaceTime {
  /** Milliseconds, from whatever beginning. */
  now(): number;
  /** Runs something later; gives what cancels it. */
  after(milliseconds: number, run: () => void): () => void;
}

/** What an attempt came to: `lost` without an answer, such as a cancelled one. */
export type PassEnd = 'good' | 'lost' | { readonly throttledFor: number };

/** The right to make one attempt. */
export interface Pass {
  /** Called right before the request leaves. */
  noteSent(): void;
  /** Called once, when the attempt has ended. */
  end(how: PassEnd): void;
}

const mostInFlight = 40;
/** Milliseconds without calls after throttling; doubled as long as nothing goes well. */
const firstPause = 200;
const longestPause = 5000;

export class Gate {
  readonly #time: PaceTime;
  readonly #window = new CallWindow();
  readonly #rate = new LearnedRate();
  readonly #waiting = new WaitingTurns();
  /** The one that goes on with its calls. */
  #successor: Gate | undefined;
  #inFlight = 0;
  #closedUntil = Number.NEGATIVE_INFINITY;
  #pause = firstPause;
  #cancelTimer: (() => void) | undefined;

  constructor(time: PaceTime) {
    this.#time = time;
  }

  /** Not a promise where there is room and nobody else waits; rejects when cancelled. */
  enter(turn: Turn, signal: AbortSignal | undefined): Pass | Promise<Pass> {
    if (this.#successor) return this.#successor.enter(turn, signal);
    if (turn.priority === undefined) return this.#admit();
    if (this.#waiting.peek() === undefined && this.#hasRoom()) return this.#admit();
    return this.#wait(turn, signal);
  }

  /** A call that waits is wanted sooner. */
  raise(turn: Turn, priority: Priority): void {
    if (turn.priority === undefined || !isBefore(priority, turn.priority)) return;
    turn.priority = priority;
    if (turn.go !== undefined) this.#current.#waiting.add(turn);
  }

  /** Both were for the same account all along. */
  absorb(other: Gate): void {
    other.#successor = this;
    other.#cancelTimer?.();
    this.#inFlight += other.#inFlight;
    this.#window.absorb(other.#window);
    for (const turn of other.#waiting.drain()) this.#waiting.add(turn);
    this.#letIn();
  }

  get #current(): Gate {
    return this.#successor ? this.#successor.#current : this;
  }

  async #wait(turn: Turn, signal: AbortSignal | undefined): Promise<Pass> {
    const { promise, resolve } = Promise.withResolvers<Pass>();
    let given: Pass | undefined;
    turn.go = (pass) => {
      turn.go = undefined;
      given = pass;
      resolve(pass);
    };
    this.#waiting.add(turn);
    this.#letIn();
    try {
      return await untilAborted(promise, signal);
    } catch (error) {
      turn.go = undefined;
      given?.end('lost');
      this.#current.#letIn();
      throw error;
    }
  }

  #letIn(): void {
    for (let turn = this.#waiting.peek(); turn && this.#hasRoom(); turn = this.#waiting.peek()) {
      turn.go?.(this.#admit());
    }
    this.#setTimer();
  }

  #hasRoom(): boolean {
    const now = this.#time.now();
    if (now < this.#closedUntil || this.#inFlight >= mostInFlight) return false;
    const { calls, period } = this.#rate.current;
    return this.#window.count(now, period) < calls;
  }

  #admit(): Pass {
    const call = this.#window.begin();
    this.#inFlight += 1;
    return {
      noteSent: () => this.#current.#noteSent(call),
      end: (how) => this.#current.#end(call, how),
    };
  }

  #noteSent(call: CountedCall): void {
    call.sentAt = this.#time.now();
    call.epoch = this.#rate.epoch;
  }

  #end(call: CountedCall, how: PassEnd): void {
    const now = this.#time.now();
    this.#inFlight -= 1;
    if (call.sentAt === undefined) this.#window.drop(call);
    else if (how === 'lost') call.answeredAt = now;
    else {
      this.#window.answer(call, now, how === 'good');
      if (how === 'good') this.#noteGood(now);
      else if (call.epoch === this.#rate.epoch) this.#noteThrottled(now, how.throttledFor);
    }
    this.#letIn();
  }

  #noteGood(now: number): void {
    this.#pause = firstPause;
    this.#rate.noteGood(this.#window.countGood(now, this.#rate.current.period), now);
  }

  #noteThrottled(now: number, asked: number): void {
    this.#rate.noteThrottled(now);
    this.#closedUntil = now + Math.max(asked, this.#pause);
    this.#pause = Math.min(2 * this.#pause, longestPause);
  }

  /** For when room comes by itself; an ending attempt tells by itself. */
  #setTimer(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    if (this.#waiting.peek() === undefined) return;
    const now = this.#time.now();
    const at =
      now < this.#closedUntil
        ? this.#closedUntil
        : this.#window.nextEnd(now, this.#rate.current.period);
    if (at === Number.POSITIVE_INFINITY) return;
    this.#cancelTimer = this.#time.after(Math.max(1, Math.ceil(at - now)), () => this.#letIn());
  }
}
