// One account of the demo AWS, called through our own Client.

import { type Document, Session } from '../../src/core/index.ts';
import { type DemoKeys, homeRegion } from './keys.ts';

/** Calls an operation: `call('s3', 'ListBuckets')`. */
export type Call = (
  service: string,
  operation: string,
  input?: Document,
  region?: string,
) => Promise<Document>;

/** A caller for the account that the keys belong to. */
export function callerOf(url: string, keys: DemoKeys): Call {
  const session = new Session({
    region: homeRegion,
    endpoint: url,
    credentials: keys,
    environment: {},
  });
  return async (service, operation, input = {}, region = homeRegion) =>
    (await session.client(service, { region })).call(operation, input);
}

/** Does all of it, this many at a time. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const queue = items.values();
  const workers = Array.from({ length: width }, async () => {
    for (const item of queue) await work(item);
  });
  await Promise.all(workers);
}

/** The string at a path of an output: `textAt(output, 'Vpc', 'VpcId')`. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = path.reduce<unknown>(
    (at, key) => (at && typeof at === 'object' ? Reflect.get(at, key) : undefined),
    value,
  );
  if (typeof found !== 'string') throw new Error(`The output has no text at ${path.join('.')}.`);
  return found;
}
