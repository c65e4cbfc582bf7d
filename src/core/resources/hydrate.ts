// Describes rows whose listing gave only names: as many in a call as the operation takes, else one by one with a few in
// flight. For the rows a person sees, not for whole lists.

import type { CallOptions } from '../clientOptions.ts';
import { isAbort } from '../errors.ts';
import { isDocument } from '../protocols/protocol.ts';
import type { BatchRule, LoadRule } from './kind.ts';
import { compileList, compilePath } from './paths.ts';
import type { Resource } from './resource.ts';

export interface HydrateOptions extends CallOptions {
  /** Called for each resource as its attributes come. */
  readonly onLoaded?: (resource: Resource) => void;
  /** Called for what could not be described; those rows stay as they were listed. */
  readonly onFailed?: (resources: readonly Resource[], error: unknown) => void;
}

const callsInFlight = 5;

/** Rejects only when cancelled. */
export async function hydrate(
  resources: readonly Resource[],
  options: HydrateOptions = {},
): Promise<void> {
  const waiting = groupRows(resources.filter((resource) => resource.isSparse));
  const worker = async () => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      await describeGroup(group, options);
    }
  };
  await Promise.all(Array.from({ length: callsInFlight }, worker));
}

async function describeGroup(group: readonly Resource[], options: HydrateOptions): Promise<void> {
  const [first] = group;
  if (!first) return;
  const { loadRule } = first;
  try {
    const batch = loadRule?.batch;
    if (loadRule && batch) await loadBatch(first, group, loadRule, batch, options);
    else await first.load(options);
    for (const resource of group) if (!resource.isSparse) options.onLoaded?.(resource);
  } catch (error) {
    if (isAbort(error)) throw error;
    options.onFailed?.(group, error);
  }
}

/** All parameters but the list are the same for a group, because its rows have the same parent. */
async function loadBatch(
  first: Resource,
  group: readonly Resource[],
  rule: LoadRule,
  batch: BatchRule,
  options: CallOptions,
): Promise<void> {
  const client = await first.client(rule.service, options);
  const ids = group.map((resource) => resource.identifiers[batch.identifier] ?? '');
  const input = { ...(await first.input(rule.params ?? {}, options)), [batch.param]: ids };
  const output = await client.call(rule.operation, input, options);
  const member = compilePath(batch.member);
  const described = compileList(batch.path)(output).filter(isDocument);
  const describedById = new Map(described.map((row) => [String(member(row)), row]));
  for (const resource of group) {
    const found = describedById.get(resource.identifiers[batch.identifier] ?? '');
    if (found) resource.take(found);
  }
}

/** Groups of what one call can describe: same kind, same parent, no more than the operation takes. */
function groupRows(resources: readonly Resource[]): Resource[][] {
  const groups = Map.groupBy(resources, (row) => `${row.service}.${row.kind} ${row.parent?.path}`);
  return [...groups.values()].flatMap((rows) => {
    const size = rows[0]?.loadRule?.batch?.size ?? 1;
    return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
      rows.slice(at * size, (at + 1) * size),
    );
  });
}
