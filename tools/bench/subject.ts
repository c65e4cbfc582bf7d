// One of those compared, in a process of its own: `node subject.ts KIND URL`. It does the calls it is told to by
// messages and tells what they took.

import { setImmediate as turn } from 'node:timers/promises';
import type { BenchCase } from './cases.ts';
import { createSubject, type SubjectKind } from './subjects.ts';

export interface Order {
  readonly case: BenchCase;
  /** `heap` measures garbage and `loop` the longest pause of the event loop, instead of time. */
  readonly measure: 'time' | 'heap' | 'loop' | 'pages';
}

export interface Measured {
  /** Milliseconds a call; or bytes a call; or the longest pause in milliseconds. */
  readonly value: number;
  /** Bytes above the idle process, at most. */
  readonly memoryGrowth?: number;
}

const [kind = '', url = ''] = process.argv.slice(2);
const subject = await createSubject(kind as SubjectKind, url);

process.on('message', (order: Order) => {
  run(order).then(
    (measured) => process.send?.(measured),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));

async function run(order: Order): Promise<Measured> {
  if (order.measure === 'pages') return collectPages(order.case);
  const call = await subject.call(order.case);
  if (order.measure === 'heap') return { value: await measureHeap(order.case, call) };
  if (order.measure === 'loop') return { value: await measureLoop(call) };
  const start = performance.now();
  await callAll(order.case, call);
  return { value: (performance.now() - start) / order.case.calls };
}

async function callAll({ calls, inFlight }: BenchCase, call: () => Promise<unknown>) {
  let left = calls;
  const worker = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
}

/** With a young generation that holds it all, what is allocated is what the heap grows by. */
async function measureHeap(bench: BenchCase, call: () => Promise<unknown>): Promise<number> {
  await callAll(bench, call);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  await callAll({ ...bench, calls: 512 }, call);
  return (process.memoryUsage().heapUsed - before) / 512;
}

async function measureLoop(call: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let isDone = false;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isDone) setImmediate(tick);
  };
  setImmediate(tick);
  await call();
  await turn();
  isDone = true;
  return longest;
}

async function collectPages(bench: BenchCase): Promise<Measured> {
  const pages = await subject.pages(bench);
  const idle = process.memoryUsage.rss();
  const start = performance.now();
  const kept: unknown[] = [];
  for await (const page of pages) kept.push(page);
  const value = performance.now() - start;
  if (kept.length !== 100) throw new Error(`${kept.length} pages came instead of 100.`);
  return { value, memoryGrowth: process.resourceUsage().maxRSS * 1024 - idle };
}
