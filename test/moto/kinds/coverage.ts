// What a service's scenarios leave out of its declaration, and what they excuse without need.

import type { CollectionRule, ServiceKinds } from '../../../src/core/resources/kind.ts';
import type { ServiceScenarios } from './scenario.ts';
import type { Ran } from './stage.ts';

type Excuses = NonNullable<ServiceScenarios['unserved']>;

/** Kinds, the finding of each in a list, lists, actions and waiters that were neither run nor excused, as `unserved` names them. */
export function notRun(kinds: ServiceKinds, { unserved = {} }: ServiceScenarios, ran: Ran) {
  const isPartExcused = (name: string) =>
    name in unserved || (name.split('.')[0] ?? '') in unserved;
  const isExcused = (name: string) =>
    isPartExcused(name) ||
    isListExcused(kinds, name, unserved) ||
    (name.endsWith('.list') && listsOf(kinds, name.slice(0, -5)).every(isPartExcused));
  return partsOf(kinds, ran)
    .filter(({ name, isRun }) => !isRun && !isExcused(name))
    .map(({ name }) => name);
}

/** True for a list of the service that is excused itself, or with every kind it lists. */
export function isListExcused(kinds: ServiceKinds, list: string, unserved: Excuses): boolean {
  const items = kinds.collections[list]?.items;
  const isExcused = (kind: string) => kind in unserved || `${kind}.list` in unserved;
  return list in unserved || (items?.every(({ kind }) => isExcused(kind)) ?? false);
}

/** Excuses for what was run all the same, and for what is not declared. */
export function badExcuses(kinds: ServiceKinds, { unserved = {} }: ServiceScenarios, ran: Ran) {
  const run = partsOf(kinds, ran).filter(({ isRun }) => isRun);
  const names = new Set(run.map(({ name }) => name));
  return Object.keys(unserved).filter((name) => names.has(name) || !isDeclared(kinds, name));
}

interface Part {
  readonly name: string;
  readonly isRun: boolean;
}

function partsOf(kinds: ServiceKinds, ran: Ran): readonly Part[] {
  const { service } = kinds;
  const partIn = (set: ReadonlySet<string>) => (name: string) => ({
    name,
    isRun: set.has(`${service}.${name}`),
  });
  const all = Object.entries(kinds.kinds);
  const namesOf = (part: 'actions' | 'collections' | 'waiters') =>
    all.flatMap(([name, kind]) => Object.keys(kind[part] ?? {}).map((one) => `${name}.${one}`));
  return [
    ...Object.keys(kinds.kinds).map(partIn(ran.kinds)),
    ...Object.keys(kinds.kinds)
      .filter((name) => listsOf(kinds, name).length > 0)
      .map((name) => partIn(ran.listed)(`${name}.list`)),
    ...[...Object.keys(kinds.collections), ...namesOf('collections')].map(partIn(ran.collections)),
    ...[...Object.keys(kinds.actions ?? {}), ...namesOf('actions')].map(partIn(ran.actions)),
    ...namesOf('waiters').map(partIn(ran.waiters)),
  ];
}

/** The lists of the service, and of its kinds, that a kind is in. */
function listsOf({ collections, kinds }: ServiceKinds, kind: string): readonly string[] {
  const own = Object.entries(collections);
  const further = Object.entries(kinds).flatMap(([name, { collections = {} }]) =>
    Object.entries(collections).map(([list, rule]) => [`${name}.${list}`, rule] as const),
  );
  const isListed = (rule: CollectionRule) => rule.items.some((item) => item.kind === kind);
  return [...own, ...further].filter(([, rule]) => isListed(rule)).map(([name]) => name);
}

/** A kind, a part of one, or an action or a list of the service. */
function isDeclared(kinds: ServiceKinds, name: string): boolean {
  const [first = '', part] = name.split('.', 2);
  const kind = kinds.kinds[first];
  if (part === undefined) {
    return [kinds.kinds, kinds.actions, kinds.collections].some((one) => one && first in one);
  }
  const parts = [kind?.collections, kind?.actions, kind?.waiters, kind?.has];
  return part === 'load' || part === 'list' || parts.some((one) => one && part in one);
}
