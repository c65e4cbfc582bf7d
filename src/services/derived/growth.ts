// What grows while the kinds of a service are found, and how a new kind comes in.

import type { CollectionRule } from '../../core/resources/kind.ts';
import { identifiersIn } from './collections.ts';
import type { Draft } from './draft.ts';
import type { DraftIndex } from './draftIndex.ts';
import { identify } from './identify.ts';
import type { Knowledge } from './knowledge.ts';
import type { List } from './lists.ts';
import { stemsOf } from './roles.ts';
import { keyOf, singularWords, toName, type Words } from './words.ts';

export interface Growth {
  readonly knowledge: Knowledge;
  readonly index: DraftIndex;
  /** Those of the service itself. */
  readonly collections: Record<string, CollectionRule>;
  /** The operations that list. */
  readonly listing: Set<string>;
}

/** The kind of a list's items: one that is known by that name, if the items have its identifiers, else a new one. */
export function draftFor(growth: Growth, list: List, parent: Draft | undefined): Draft | undefined {
  const words = singularWords(list.operation.noun);
  const name = toName(words);
  const known = growth.index.named(name);
  if (known && identifiersIn(list, known, parent)) return known;
  if (known && parent && isBelow(parent, known.key)) return undefined;
  const names = [name, toName([...words, ...list.operation.tail])];
  if (parent) names.push(`${parent.name}${name}`);
  const free = names.find((one) => !growth.index.named(one)) ?? list.operation.name;
  const same = growth.index.named(free);
  if (same) return identifiersIn(list, same, parent) && same;
  return createDraft(growth, list, { name: free, words, parent });
}

function isBelow(draft: Draft, key: string): boolean {
  return draft.key === key || (draft.parent !== undefined && isBelow(draft.parent, key));
}

interface Naming {
  readonly name: string;
  readonly words: Words;
  readonly parent: Draft | undefined;
}

function createDraft(growth: Growth, list: List, { name, words, parent }: Naming) {
  const own = { list, words, key: keyOf(words), stems: [...stemsOf(words)], parent };
  const identity = identify(growth.knowledge, own);
  if (!identity) return undefined;
  const draft: Draft = {
    name,
    list,
    words,
    key: own.key,
    stems: own.stems,
    item: list.item,
    collections: {},
    actions: {},
    ...(parent && { parent }),
    ...identity,
  };
  growth.index.add(draft);
  return draft;
}
