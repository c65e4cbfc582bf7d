// The calls that a server may still count against its limit. What the server counts is when a call arrived, and that is
// known only to lie between its sending and its answer. The fastest trip so far tells how much of that is the way itself.

/** One attempt; its times are those of the gate's clock, in milliseconds. */
export interface CountedCall {
  /** Absent while it is being signed, or its keys are found. */
  sentAt?: number;
  answeredAt?: number;
  isGood?: boolean;
  /** The count of slow-downs when it was sent. */
  epoch?: number;
}

/** Later than this, a call without an answer is taken to be at work in the server, not on its way. */
const longestDelay = 1000;
/** For clocks and sockets that are not exact. */
const margin = 20;
/** The fastest trip is let grow by this at each answer, for networks that change. */
const drift = 1.02;

export class CallWindow {
  #calls: CountedCall[] = [];
  #fastestTrip: number | undefined;

  /** Its place is taken from now on. */
  begin(): CountedCall {
    const call: CountedCall = {};
    this.#calls.push(call);
    return call;
  }

  /** It was not sent after all. */
  drop(call: CountedCall): void {
    this.#calls = this.#calls.filter((one) => one !== call);
  }

  answer(call: CountedCall, now: number, isGood: boolean): void {
    call.answeredAt = now;
    call.isGood = isGood;
    const trip = now - (call.sentAt ?? now);
    const known = this.#fastestTrip;
    this.#fastestTrip = known === undefined ? trip : Math.min(trip, known * drift);
  }

  /** Calls that a call sent now may meet in one period at the server. */
  count(now: number, period: number): number {
    this.#forget(now, period);
    return this.#calls.reduce((sum, call) => sum + (this.#end(call, now, period) > now ? 1 : 0), 0);
  }

  /** Good calls of which it is sure that the server had them all in the one period that ends now. */
  countGood(now: number, period: number): number {
    const begin = now - period - (this.#fastestTrip ?? 0) + margin;
    return this.#calls.reduce(
      (sum, { isGood, sentAt = 0 }) => sum + (isGood && sentAt >= begin ? 1 : 0),
      0,
    );
  }

  /** When the next call may be counted no more, if no answer comes before. */
  nextEnd(now: number, period: number): number {
    const ends = this.#calls.map((call) => this.#latestEnd(call, period));
    return Math.min(...ends.filter((end) => end > now));
  }

  /** Takes over the calls of another one. */
  absorb(other: CallWindow): void {
    this.#calls.push(...other.#calls);
    other.#calls = [];
  }

  #end(call: CountedCall, now: number, period: number): number {
    const { sentAt, answeredAt = now } = call;
    if (sentAt === undefined) return Number.POSITIVE_INFINITY;
    const delay = answeredAt - sentAt - (this.#fastestTrip ?? 0);
    return sentAt + Math.min(Math.max(delay, 0), longestDelay) + period + margin;
  }

  #latestEnd(call: CountedCall, period: number): number {
    const { answeredAt = Number.POSITIVE_INFINITY } = call;
    return this.#end(call, answeredAt, period);
  }

  #forget(now: number, period: number): void {
    const isOld = (call: CountedCall) =>
      this.#end(call, now, period) <= now &&
      (call.sentAt ?? now) < now - period - (this.#fastestTrip ?? 0);
    if (this.#calls.some(isOld)) this.#calls = this.#calls.filter((call) => !isOld(call));
  }
}
