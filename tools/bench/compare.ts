// The comparisons: each subject in turn, time and again, so that what disturbs the machine disturbs all alike. A ratio is
// the median of the turns' own ratios.

import { type BenchCase, cases, pagesCase } from './cases.ts';
import { pathOf, type SubjectProcess, startSubject, timeProgram } from './processes.ts';
import { bundleColdStart } from './sdk.ts';
import { exampleKeys, type SubjectKind } from './subjects.ts';

export interface Comparison {
  readonly title: string;
  /** Milliseconds a call, as medians. */
  readonly ours: number;
  readonly sdk: number;
  readonly raw: number | undefined;
  /** How many times as fast as the SDK. */
  readonly fasterThanSdk: number;
  /** How many times as long as the floor. */
  readonly timesRaw: number | undefined;
  readonly remarks: readonly string[];
}

export interface CompareOptions {
  readonly url: string;
  readonly rounds: number;
  /** Only cases whose title has this in it. */
  readonly only: string;
}

/** The calls of a round are made in so many turns: what disturbs a machine lasts for seconds, and is to meet all alike. */
export const turnsInRound = 4;

const kinds: readonly SubjectKind[] = ['raw', 'ours', 'sdk'];

export async function* compareAll(options: CompareOptions): AsyncGenerator<Comparison> {
  const isWanted = ({ title }: { title: string }) => title.includes(options.only);
  for (const bench of cases.filter(isWanted)) yield await compareCalls(bench, options);
  if (isWanted(pagesCase)) yield await comparePages(options);
  if (isWanted({ title: coldTitle })) yield await compareCold(options);
}

async function compareCalls(bench: BenchCase, { url, rounds }: CompareOptions) {
  const subjects = kinds.map((kind) => startSubject(kind, url));
  try {
    const warmUp = { ...bench, calls: Math.ceil(bench.calls / 2) };
    for (const subject of subjects) {
      for (let i = 0; i < 4; i++) await subject.measure({ case: warmUp, measure: 'time' });
    }
    const times = emptyTimes();
    const part = { ...bench, calls: Math.ceil(bench.calls / turnsInRound) };
    for (let turn = 0; turn < rounds * turnsInRound; turn++) {
      for (const subject of rotated(subjects, turn)) {
        const { value } = await subject.measure({ case: part, measure: 'time' });
        times[subject.kind].push(value);
      }
    }
    const remarks = bench.inFlight > 1 ? await garbage(bench, url) : await pauses(bench, subjects);
    return summarize(bench.title, times, remarks);
  } finally {
    for (const subject of subjects) subject.stop();
  }
}

/** How long the event loop stands still at most; only where a call takes long enough to tell. */
async function pauses(bench: BenchCase, subjects: readonly SubjectProcess[]): Promise<string[]> {
  if (bench.service !== 'ec2') return [];
  const remarks: string[] = [];
  for (const subject of subjects.filter(({ kind }) => kind !== 'raw')) {
    const longest: number[] = [];
    for (let i = 0; i < 9; i++) {
      longest.push((await subject.measure({ case: bench, measure: 'loop' })).value);
    }
    remarks.push(`event loop blocked ${median(longest).toFixed(1)} ms (${subject.kind})`);
  }
  return remarks;
}

async function garbage(bench: BenchCase, url: string): Promise<string[]> {
  const remarks: string[] = [];
  for (const kind of kinds) {
    const subject = startSubject(kind, url, [
      '--expose-gc',
      '--max-semi-space-size=512',
      '--min-semi-space-size=512',
    ]);
    const { value } = await subject.measure({ case: bench, measure: 'heap' });
    remarks.push(`${(value / 1024).toFixed(0)} KB garbage a call (${kind})`);
    subject.stop();
  }
  return remarks;
}

async function comparePages({ url, rounds }: CompareOptions): Promise<Comparison> {
  const times = emptyTimes();
  const growth = emptyTimes();
  for (let round = -1; round < rounds; round++) {
    for (const kind of rotated(kinds, round + 1)) {
      const subject = startSubject(kind, url);
      const { value, memoryGrowth } = await subject.measure({ case: pagesCase, measure: 'pages' });
      subject.stop();
      // The first round is the server's, which makes the pages in it.
      if (round < 0) continue;
      times[kind].push(value);
      growth[kind].push((memoryGrowth ?? 0) / 1024 / 1024);
    }
  }
  const remarks = kinds.map((kind) => `grows by ${median(growth[kind]).toFixed(0)} MB (${kind})`);
  return summarize(pagesCase.title, times, remarks);
}

const coldTitle = 'cold: process start to first STS answer';

async function compareCold({ url, rounds }: CompareOptions): Promise<Comparison> {
  const programs = { ours: pathOf('./cold.mjs'), sdk: await bundleColdStart() };
  const args = [`${url}/tiny`, exampleKeys.accessKeyId, exampleKeys.secretAccessKey];
  const times = emptyTimes();
  for (let round = -1; round < rounds * 2; round++) {
    for (const kind of rotated(['ours', 'sdk'] as const, round + 1)) {
      const value = await timeProgram(programs[kind], args);
      if (round >= 0) times[kind].push(value);
    }
  }
  return summarize(coldTitle, times, []);
}

type Times = Record<SubjectKind, number[]>;

function emptyTimes(): Times {
  return { raw: [], ours: [], sdk: [] };
}

function summarize(title: string, { raw, ours, sdk }: Times, remarks: readonly string[]) {
  return {
    title,
    ours: median(ours),
    sdk: median(sdk),
    raw: raw.length > 0 ? median(raw) : undefined,
    fasterThanSdk: medianRatio(sdk, ours),
    timesRaw: raw.length > 0 ? medianRatio(ours, raw) : undefined,
    remarks,
  };
}

/** The same order, begun one later each round. */
function rotated<T>(list: readonly T[], by: number): readonly T[] {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

function medianRatio(above: readonly number[], below: readonly number[]): number {
  return median(above.map((value, i) => value / (below[i] ?? Number.NaN)));
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
