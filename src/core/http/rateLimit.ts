// The adaptive mode's brake: once a service throttles, requests of this client leave only as fast as it takes them. The rate
// follows a cubic curve back to where throttling began and then beyond, as TCP's CUBIC does (RFC 9438).
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html

type Wait = (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;

/** Seconds, from whatever beginning. */
type Clock = () => number;

export class RateLimit {
  readonly #clock: Clock;
  readonly #wait: Wait;
  readonly #measured: MeasuredRate;
  readonly #bucket: TokenBucket;
  readonly #curve: Curve;
  #isOn = false;

  constructor(clock: Clock, wait: Wait) {
    this.#clock = clock;
    this.#wait = wait;
    this.#measured = new MeasuredRate(clock());
    this.#bucket = new TokenBucket();
    this.#curve = new Curve(clock());
  }

  /** Requests a second that may leave now; undefined while nothing was throttled. */
  get rate(): number | undefined {
    return this.#isOn ? this.#bucket.rate : undefined;
  }

  /** Waits until a request may leave. */
  async acquire(signal: AbortSignal | undefined): Promise<void> {
    while (this.#isOn) {
      const seconds = this.#bucket.take(this.#clock());
      if (seconds === 0) return;
      await this.#wait(Math.max(1, Math.ceil(seconds * 1000)), signal);
    }
  }

  /** After each attempt, whatever became of it. */
  note(wasThrottled: boolean): void {
    const now = this.#clock();
    const measured = this.#measured.count(now);
    const wanted = wasThrottled
      ? this.#curve.fail(this.#isOn ? Math.min(measured, this.#bucket.rate) : measured, now)
      : this.#curve.at(now);
    this.#isOn ||= wasThrottled;
    // Never much faster than what is really sent: unused room is no sign that there is more.
    this.#bucket.setRate(Math.min(wanted, 2 * measured), now);
  }
}

const slowest = 0.5;

/** Fills with tokens at a rate; each request takes one. */
class TokenBucket {
  rate = 1;
  #size = 1;
  #tokens = 0;
  #filledAt: number | undefined;

  /** 0 when a token was taken; otherwise the seconds until there may be one. */
  take(now: number): number {
    this.#fill(now);
    if (this.#tokens < 1) return (1 - this.#tokens) / this.rate;
    this.#tokens -= 1;
    return 0;
  }

  setRate(rate: number, now: number): void {
    this.#fill(now);
    this.rate = Math.max(rate, slowest);
    this.#size = Math.max(rate, 1);
    this.#tokens = Math.min(this.#tokens, this.#size);
  }

  #fill(now: number): void {
    const seconds = now - (this.#filledAt ?? now);
    this.#tokens = Math.min(this.#size, this.#tokens + seconds * this.rate);
    this.#filledAt = now;
  }
}

const slice = 0.5;
const smoothing = 0.8;

/** Requests a second, by slices of half a second, newer ones counting more. */
class MeasuredRate {
  #rate = 0;
  #count = 0;
  #slice: number;

  constructor(now: number) {
    this.#slice = Math.floor(now);
  }

  count(now: number): number {
    const current = Math.floor(now / slice) * slice;
    this.#count += 1;
    if (current > this.#slice) {
      const rate = this.#count / (current - this.#slice);
      this.#rate = rate * smoothing + this.#rate * (1 - smoothing);
      this.#count = 0;
      this.#slice = current;
    }
    return this.#rate;
  }
}

const scale = 0.4;
const kept = 0.7;

/** The rate to try, by the time since the last failure and the rate it came at. */
class Curve {
  #highest = 0;
  #failedAt: number;
  /** Seconds after a failure until the curve is where it came. */
  #back = 0;

  constructor(now: number) {
    this.#failedAt = now;
  }

  at(now: number): number {
    return scale * (now - this.#failedAt - this.#back) ** 3 + this.#highest;
  }

  fail(rate: number, now: number): number {
    this.#highest = rate;
    this.#back = Math.cbrt((rate * (1 - kept)) / scale);
    this.#failedAt = now;
    return rate * kept;
  }
}
