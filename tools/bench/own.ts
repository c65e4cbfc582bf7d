// What has no counterpart elsewhere: the search over all operations, reading a service's description for the first time,
// and the extension's activation.

import { readdir } from 'node:fs/promises';
import { openCatalogue } from '../../src/core/models/catalogue.ts';
import { findOperations } from '../../src/core/models/search.ts';
import { measureActivation } from './activation.ts';
import { median } from './compare.ts';
import { outputOf, pathOf } from './processes.ts';

export interface Figure {
  readonly title: string;
  readonly ms: number;
}

const typed = ['s3 listb', 's3 getbpol', 'ec2 describe instances', 'dynamodb scan', 'caller'];

/** One keystroke after the other, as a person types; the slowest counts as much as the usual one. */
export async function measureSearch(): Promise<Figure[]> {
  const services = await openCatalogue().services();
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    for (const text of typed) {
      for (let end = 1; end <= text.length; end++) {
        const start = performance.now();
        findOperations(services, text.slice(0, end), 100);
        times.push(performance.now() - start);
      }
    }
  }
  const count = services.reduce((sum, service) => sum + service.operations.length, 0);
  return [
    { title: `search of ${count} operations, a keystroke`, ms: median(times.slice(1)) },
    { title: 'search, first keystroke', ms: times[0] ?? 0 },
    { title: 'search, slowest later keystroke', ms: Math.max(...times.slice(1)) },
  ];
}

/** Each in a process of its own, because the second reading of any service is faster than the first. */
export async function measureModels(rounds: number): Promise<Figure[]> {
  const files = await readdir(pathOf('../../media/models'));
  const others = files.filter((_, i) => i % Math.ceil(files.length / (4 * rounds)) === 1);
  const ec2 = await readModels(Array.from({ length: rounds }, () => 'ec2'));
  const some = await readModels(
    others.map((file) => file.replace(/\.json$/, '')).filter(isService),
  );
  return [
    { title: 'reading the model of ec2, first use', ms: median(ec2) },
    { title: `reading a model, first use, median of ${some.length} services`, ms: median(some) },
  ];
}

function isService(name: string): boolean {
  return !['endpoints', 'index', 'partitions', 'version'].includes(name);
}

async function readModels(ids: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const id of ids) times.push(Number(await outputOf(pathOf('./readModel.mjs'), [id])));
  return times;
}

export async function measureEditor(): Promise<Figure[]> {
  return [{ title: 'activation, in the editor', ms: await measureActivation() }];
}
