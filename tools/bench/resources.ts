// What resources cost over the calls that list them: the objects themselves, and a list that is longer than memory should be.

import { median } from './compare.ts';
import type { Figure } from './own.ts';
import { outputOf, pathOf } from './processes.ts';

const titles = [
  '1,000 objects of S3 as resources, over the parse, first in a process',
  '1,000 objects of S3 as resources, over the parse, later',
  '1,000 EC2 instances as resources, over the parse, first use',
  '100,000 objects of S3 as resources, page by page',
];

/** Each round in a process of its own; `url` is that of the server of prepared answers. */
export async function measureResources(rounds: number, url: string): Promise<Figure[]> {
  const all: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    const printed = await outputOf(pathOf('./resourceTimes.mjs'), [url], ['--expose-gc']);
    all.push(JSON.parse(printed));
  }
  const usual = (at: number) => median(all.map((one) => one[at] ?? Number.NaN));
  const held = usual(titles.length).toFixed(1);
  return titles.map((title, at) => ({
    title: at === titles.length - 1 ? `${title} (holds ${held} MB more at the end)` : title,
    ms: usual(at),
  }));
}
