// The region of a resource that has its own, as a bucket has: from its attributes, else from AWS.

import type { CallOptions } from '../clientOptions.ts';
import type { Kind } from './kind.ts';
import { compilePath } from './paths.ts';
import type { ResourceBase } from './resourceBase.ts';

/** What the attributes say; `undefined` where they say nothing or the kind has no region of its own. */
export function knownRegion({ region: rule }: Kind, attributes: unknown): string | undefined {
  if (rule?.member === undefined) return undefined;
  const found = compilePath(rule.member)(attributes);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** Asks AWS in the service's global region, which knows of all; that region itself for a kind that has none of its own. */
export async function askRegion(
  resource: ResourceBase,
  { region: rule }: Kind,
  globalRegion: string | undefined,
  options: CallOptions,
): Promise<string | undefined> {
  if (!rule) return globalRegion;
  const { session, service } = resource;
  const home = { region: globalRegion, isPaced: true };
  const client = await session.client(rule.service ?? service, home);
  const input = await resource.input(rule.params ?? {}, options);
  const output = await client.call(rule.operation, input, options);
  const found = String(compilePath(rule.path)(output) ?? '');
  // An emulator may not tell; the Session's own region is the best guess then.
  return (rule.values[found] ?? found) || undefined;
}
