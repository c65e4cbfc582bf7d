// The kinds of a service and what is listed under what: lists that ask for nothing stand at the top, and every other one
// under the kinds that know all it asks for.

import { addCollection, toCollection } from './collections.ts';
import { type Draft, paramsFrom } from './draft.ts';
import { DraftIndex, keysIn, keysOf } from './draftIndex.ts';
import { draftFor, type Growth } from './growth.ts';
import type { Knowledge } from './knowledge.ts';
import { type List, readList, withoutRivals } from './lists.ts';
import { addFiltered, addTags, indexFiltered } from './narrowed.ts';
import { choicesOf } from './operations.ts';
import type { Work } from './slices.ts';
import { isAboutAnyTags } from './tags.ts';
import { keyOf, singularWords } from './words.ts';

export function* findKinds(knowledge: Knowledge): Work<Growth> {
  const lists = yield* readLists(knowledge);
  const growth: Growth = {
    knowledge,
    index: new DraftIndex(),
    collections: {},
    listing: new Set(),
  };
  const isTop = ({ operation }: List) => operation.required.length === 0;
  for (const list of withoutRivals(lists.filter(isTop))) {
    addTop(growth, list);
    yield;
  }
  growth.index.nameByIdentifiers(growth.index.drafts);
  const below = indexLists(lists.filter((one) => !isTop(one)));
  yield;
  const filtered = yield* indexFiltered(lists);
  for (const draft of growth.index.drafts) {
    addBelow(growth, draft, below);
    yield;
  }
  for (const draft of growth.index.drafts) {
    addFiltered(growth, draft, filtered);
    yield;
  }
  addTags(growth);
  return growth;
}

function* readLists({ service, operations }: Knowledge): Work<readonly List[]> {
  const lists: List[] = [];
  for (const operation of operations) {
    if (isAboutAnyTags(operation)) continue;
    lists.push(...choicesOf(operation).flatMap((one) => readList(service, one) ?? []));
    yield;
  }
  return lists;
}

function addTop(growth: Growth, list: List): void {
  const { operation } = list;
  const draft = draftFor(growth, list, undefined);
  if (!draft) return;
  growth.listing.add(operation.name);
  const rule = toCollection(list, draft, operation.fixed, undefined);
  if (rule) addCollection(growth.collections, operation, rule);
}

type ListsByKey = ReadonlyMap<string, readonly List[]>;

/** By the parameters they ask for, and by what stands after For or By in their names. */
function indexLists(lists: readonly List[]): ListsByKey {
  const byKey = new Map<string, List[]>();
  for (const list of lists) {
    const { required, tail, noun } = list.operation;
    const starts = noun.map((_, at) => keyOf(singularWords(noun.slice(0, at + 1))));
    const keys = new Set([...required.flatMap(keysIn), keyOf(tail), ...starts]);
    for (const key of keys) {
      const known = byKey.get(key);
      if (known) known.push(list);
      else byKey.set(key, [list]);
    }
  }
  return byKey;
}

/** Deeper, the same things come again. */
const deepest = 4;

function addBelow(growth: Growth, owner: Draft, lists: ListsByKey): void {
  if (depthOf(owner) > deepest) return;
  const found = new Set(keysOf(owner).flatMap((key) => lists.get(key) ?? []));
  const asking = [...found].filter((one) => isAsking(growth, owner, one));
  for (const list of withoutRivals(withoutChosen(asking))) {
    const params = paramsFrom(owner, list.operation);
    const draft = params && draftFor(growth, list, owner);
    const rule = draft && toCollection(list, draft, { ...list.operation.fixed, ...params }, owner);
    if (!rule) continue;
    growth.index.nameByIdentifiers([draft]);
    growth.listing.add(list.operation.name);
    addCollection(owner.collections, list.operation, rule);
  }
}

/** What the owner tells by itself, nobody has to choose. */
function withoutChosen(lists: readonly List[]): readonly List[] {
  const told = new Set(
    lists.flatMap(({ operation }) => (operation.choice === undefined ? operation.name : [])),
  );
  return lists.filter(({ operation: { choice, name } }) => choice === undefined || !told.has(name));
}

function isAsking({ index }: Growth, owner: Draft, { operation }: List): boolean {
  const { required } = operation;
  if (operation.key === owner.key && !required.some(({ key }) => key.includes('parent')))
    return false;
  return (
    required.some((param) => index.isMeant(owner, param, operation)) &&
    paramsFrom(owner, operation) !== undefined
  );
}

function depthOf(draft: Draft): number {
  return draft.parent ? depthOf(draft.parent) + 1 : 1;
}
