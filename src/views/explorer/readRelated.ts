// What a resource leads to, and what uses it. Knows nothing of VS Code.

import { isAbort } from '../../core/errors.ts';
import type { Resource } from '../../core/resources/resource.ts';
import { inWords } from '../../services/derived/words.ts';

export interface Related {
  readonly resource: Resource;
  /** As what it is related: the reference's name in words, or the list's title. */
  readonly title: string;
  readonly isUser: boolean;
}

export interface RelatedResources {
  readonly found: readonly Related[];
  /** Why some could not be read. The others are there all the same. */
  readonly failure?: Error;
}

/** Of each list of users the first page; all stand in the tree, under the resource. Rejects only when cancelled. */
export async function readRelated(
  resource: Resource,
  signal: AbortSignal,
): Promise<RelatedResources> {
  const named = resource.references.filter(({ inputs }) => inputs.length === 0);
  const reads = [
    ...named.map(async ({ name }) => {
      const found = await resource.follow(name, {}, { signal });
      return found.map((one) => ({ resource: one, title: inWords(name), isUser: false }));
    }),
    ...resource.usedBy.map(async (list) => {
      const { items } = await list.page({ signal });
      return items.map((one) => ({ resource: one, title: list.title, isUser: true }));
    }),
  ];
  const settled = await Promise.allSettled(reads);
  const failures = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  const aborted = failures.find(isAbort);
  if (aborted !== undefined) throw aborted;
  const found = settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  const [failure] = failures;
  return { found, ...(failure !== undefined && { failure }) };
}
