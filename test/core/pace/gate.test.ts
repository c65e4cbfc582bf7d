import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAbort } from '../../../src/core/errors.ts';
import { Gate, type PassEnd } from '../../../src/core/pace/gate.ts';
import { type Priority, Turn } from '../../../src/core/pace/turns.ts';
import { mostInASecond, VirtualTime } from './virtualTime.ts';

interface ServerOptions {
  /** Calls in any second; the others are throttled. */
  readonly allowed?: number;
  /** Milliseconds from the sending to the answer. */
  readonly latency?: () => number;
}

/** A server and its callers, in a time of their own. */
class Scene {
  readonly time = new VirtualTime();
  readonly gate = new Gate(this.time);
  readonly arrivals: number[] = [];
  readonly order: string[] = [];
  throttled = 0;
  most = 0;
  readonly #allowed: number;
  readonly #latency: () => number;
  #inFlight = 0;

  constructor({ allowed = Number.POSITIVE_INFINITY, latency = () => 50 }: ServerOptions = {}) {
    this.#allowed = allowed;
    this.#latency = latency;
  }

  /** Makes attempts until one is not throttled. */
  async call(
    name = '',
    priority: Priority = 'opened',
    { signal, turn = new Turn(priority) }: { signal?: AbortSignal; turn?: Turn } = {},
  ): Promise<void> {
    for (;;) {
      const entered = this.gate.enter(turn, signal);
      const pass = entered instanceof Promise ? await entered : entered;
      pass.noteSent();
      this.order.push(name);
      const end = await this.#serve();
      pass.end(end);
      if (end === 'good') return;
      turn.throttled += 1;
    }
  }

  calls(count: number): Promise<unknown> {
    return Promise.all(Array.from({ length: count }, (_, i) => this.call(`${i}`)));
  }

  async #serve(): Promise<PassEnd> {
    this.#inFlight += 1;
    this.most = Math.max(this.most, this.#inFlight);
    const latency = this.#latency();
    await this.time.delay(latency / 2);
    const now = this.time.now();
    const recent = this.arrivals.filter((at) => now - at < 1000).length;
    this.arrivals.push(now);
    await this.time.delay(latency / 2);
    this.#inFlight -= 1;
    if (recent < this.#allowed) return 'good';
    this.throttled += 1;
    return { throttledFor: 0 };
  }
}

describe('the gate of a service', () => {
  it('begins with five calls, tries one more, and then ever more while all goes well', async () => {
    const scene = new Scene();
    await scene.time.run(scene.calls(36));
    const rounds = Object.values(Object.groupBy(scene.arrivals, (at) => at));
    assert.deepEqual(
      rounds.map((round) => round?.length),
      [5, 1, 2, 4, 8, 16],
    );
    assert.ok(scene.time.now() <= 300, `${scene.time.now()} ms for 36 calls`);
  });

  it('goes on getting faster where answers take long', async () => {
    for (const latency of [300, 1200]) {
      const scene = new Scene({ latency: () => latency });
      await scene.time.run(scene.calls(100));
      assert.ok(mostInASecond(scene.arrivals) >= 12, `${latency} ms`);
    }
  });

  it('finds what a server allows, and never asks for more than one call beyond it', async () => {
    for (const allowed of [1, 2, 3, 4, 5]) {
      const scene = new Scene({ allowed });
      await scene.time.run(scene.calls(300));
      const most = mostInASecond(scene.arrivals);
      assert.ok(most <= 6, `${most} in a second at ${allowed} a second`);
      assert.equal(mostInASecond(scene.arrivals.filter((at) => at > 10_000)), allowed + 1);
      const seconds = scene.time.now() / 1000;
      assert.ok(seconds < (300 / allowed) * 1.6, `${seconds} s at ${allowed} a second`);
      assert.ok(scene.throttled < 40, `${scene.throttled} of 300 at ${allowed} a second`);
    }
  });

  it('keeps to the limit although calls are late in different ways', async () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 16807) % 2147483647;
      return seed / 2147483647;
    };
    const latency = () => (random() < 0.1 ? 400 : 20 + 60 * random());
    const scene = new Scene({ allowed: 5, latency });
    await scene.time.run(scene.calls(300));
    assert.ok(mostInASecond(scene.arrivals) <= 6, `${mostInASecond(scene.arrivals)}`);
  });

  it('waits long enough for a server that allows less than a call a second', async () => {
    const scene = new Scene();
    const arrivals: number[] = [];
    const pass = async () => {
      const turn = new Turn('opened');
      for (;;) {
        const { time, gate } = scene;
        const entered = await gate.enter(turn, undefined);
        entered.noteSent();
        const last = arrivals.findLast((at) => time.now() - at < 4000);
        if (last === undefined) arrivals.push(time.now());
        await time.delay(10);
        entered.end(last === undefined ? 'good' : { throttledFor: 0 });
        if (last === undefined) return;
      }
    };
    await scene.time.run(Promise.all(Array.from({ length: 20 }, pass)));
    assert.ok(scene.time.now() < 250_000, `${scene.time.now()} ms`);
  });

  it('has no more than forty calls under way', async () => {
    const scene = new Scene({ latency: () => 500 });
    await scene.time.run(scene.calls(600));
    assert.equal(scene.most, 40);
  });

  it('sends nothing for as long as the server wants', async () => {
    const scene = new Scene();
    const pass = await scene.gate.enter(new Turn('direct'), undefined);
    pass.noteSent();
    pass.end({ throttledFor: 7000 });
    await scene.time.run(scene.call());
    assert.ok(scene.time.now() >= 7000, `${scene.time.now()}`);
  });
});

describe('the calls that wait at a gate', () => {
  /** As many as there is room for, whose answers do not come. */
  async function fill({ gate }: Scene) {
    const passes = await Promise.all(
      Array.from({ length: 5 }, () => gate.enter(new Turn('opened'), undefined)),
    );
    for (const pass of passes) pass.noteSent();
    return passes;
  }

  it('go by priority: the newest of what was opened, and what was asked for in order', async () => {
    const scene = new Scene({ allowed: 5 });
    await fill(scene);
    const names = ['background', 'opened 1', 'direct 1', 'opened 2', 'direct 2', 'opened 3'];
    const calls = names.map((name) => scene.call(name, name.split(' ')[0] as Priority));
    await scene.time.run(Promise.all(calls));
    assert.deepEqual(scene.order.slice(0, 6), [
      'direct 1',
      'direct 2',
      'opened 3',
      'opened 2',
      'opened 1',
      'background',
    ]);
  });

  it('go sooner when they are wanted sooner', async () => {
    const scene = new Scene();
    await fill(scene);
    const turn = new Turn('background');
    const calls = [scene.call('raised', 'background', { turn }), scene.call('opened')];
    scene.gate.raise(turn, 'direct');
    scene.gate.raise(turn, 'background');
    await scene.time.run(Promise.all(calls));
    assert.deepEqual(scene.order, ['raised', 'opened']);
  });

  it('are not kept up by a thousand others when somebody asks directly', async () => {
    const scene = new Scene({ allowed: 5 });
    const others = scene.calls(1000);
    await scene.time.pass(3000);
    const from = scene.time.now();
    await scene.time.run(scene.call('direct', 'direct'));
    const took = scene.time.now() - from;
    assert.ok(took <= 1100, `${took} ms`);
    await scene.time.run(others);
  });

  it('leave at once when they are cancelled, and no timer stays for them', async () => {
    const scene = new Scene();
    const passes = await fill(scene);
    const controller = new AbortController();
    const waiting = Array.from({ length: 100 }, () =>
      scene.call('cancelled', 'opened', { signal: controller.signal }),
    );
    assert.equal(scene.time.timers, 1);
    controller.abort();
    const results = await Promise.allSettled(waiting);
    assert.ok(results.every((one) => one.status === 'rejected' && isAbort(one.reason)));
    assert.equal(scene.time.timers, 0);
    for (const pass of passes) pass.end('good');
    assert.deepEqual(scene.order, []);
  });

  it('give back a place they were given while they were cancelled', async () => {
    const scene = new Scene();
    const passes = await fill(scene);
    const controller = new AbortController();
    const cancelled = scene.call('cancelled', 'opened', { signal: controller.signal });
    controller.abort();
    for (const pass of passes) pass.end('good');
    await assert.rejects(cancelled, isAbort);
    const entered = Array.from({ length: 6 }, () =>
      scene.gate.enter(new Turn('opened'), undefined),
    );
    assert.deepEqual(
      entered.map((one) => one instanceof Promise),
      [false, true, true, true, true, true],
    );
  });

  it('go on at the other gate when both turn out to be for one account', async () => {
    const scene = new Scene();
    const other = new Gate(scene.time);
    const passes = await Promise.all(
      Array.from({ length: 5 }, () => other.enter(new Turn('opened'), undefined)),
    );
    for (const pass of passes) pass.noteSent();
    const waiting = other.enter(new Turn('opened'), undefined);
    scene.gate.absorb(other);
    assert.ok(scene.gate.enter(new Turn('opened'), undefined) instanceof Promise, 'it is full');
    for (const pass of passes) pass.end('good');
    const pass = await scene.time.run(Promise.resolve(waiting));
    pass.end('lost');
    assert.ok(!(other.enter(new Turn(), undefined) instanceof Promise));
  });
});
