// Lists that are asked for what one resource has of them: by a parameter that may as well be left out, and its tags.

import { addCollection, toCollection } from './collections.ts';
import { type Draft, paramsFrom, sourceFor, valueFor } from './draft.ts';
import { keysIn } from './draftIndex.ts';
import { draftFor, type Growth } from './growth.ts';
import type { Knowledge } from './knowledge.ts';
import { type List, readList, withoutRivals } from './lists.ts';
import { optionalParams, type Param } from './operations.ts';
import type { Work } from './slices.ts';
import { isAboutAnyTags, tagParams } from './tags.ts';
import { singularWords, toName } from './words.ts';

/** By what they may be narrowed to. */
export function* indexFiltered(lists: readonly List[]): Work<FilteredByKey> {
  const byKey = new Map<string, Filtered[]>();
  for (const list of lists) {
    for (const by of optionalParams(list.item.service, list.operation)) {
      for (const key of keysIn(by)) {
        const known = byKey.get(key);
        if (known) known.push({ list, by });
        else byKey.set(key, [{ list, by }]);
      }
    }
    yield;
  }
  return byKey;
}

export type FilteredByKey = ReadonlyMap<string, readonly Filtered[]>;

interface Filtered {
  readonly list: List;
  readonly by: Param;
}

/** What a list gives of one resource, where it can be asked for that alone. */
export function addFiltered(growth: Growth, owner: Draft, lists: FilteredByKey): void {
  const [whole = ''] = owner.stems;
  for (const { list, by } of lists.get(whole) ?? []) {
    const { operation } = list;
    const source = sourceFor(owner, by, operation);
    const params = paramsFrom(owner, operation);
    const isKnown = Object.values(owner.collections).some(
      (one) => one.operation === operation.name,
    );
    if (!source || !params || isKnown || operation.key === owner.key) continue;
    const draft = growth.index.named(toName(singularWords(operation.noun)));
    const given = { ...operation.fixed, ...params, [by.name]: valueFor(by, source) };
    const rule = draft && draft !== owner && toCollection(list, draft, given, owner);
    if (rule) addCollection(owner.collections, operation, rule);
  }
}

/** Tags of whatever has an ARN and can be made or deleted. */
export function addTags(growth: Growth): void {
  const { knowledge, index, listing } = growth;
  const lists = knowledge.operations
    .filter(isAboutAnyTags)
    .flatMap((one) => readList(knowledge.service, one) ?? []);
  for (const list of withoutRivals(lists)) {
    const owners = [...index.drafts].filter((one) => isOwned(knowledge, one));
    const draft = owners[0] && draftFor(growth, list, owners[0]);
    if (!draft) continue;
    listing.add(list.operation.name);
    for (const owner of owners) {
      const rule = toCollection(list, draft, tagParams(owner, list.operation), owner);
      if (rule && !('Tags' in owner.collections)) owner.collections.Tags = rule;
    }
  }
}

function isOwned({ byNoun }: Knowledge, { key, roles, collections }: Draft): boolean {
  return (
    roles.has('arn') &&
    !('Tags' in collections) &&
    (byNoun.get(key) ?? []).some((one) => !one.isReading)
  );
}
