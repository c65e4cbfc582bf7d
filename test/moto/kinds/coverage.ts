// What a service's scenarios leave out of its declaration, and what they excuse without need.

import type { ServiceKinds } from '../../../src/core/resources/kind.ts';
import type { Ran } from './runner.ts';
import type { ServiceScenarios } from './scenario.ts';

/** Kinds, lists, actions and waiters that were neither run nor excused, as `unserved` names them. */
export function notRun(kinds: ServiceKinds, { unserved = {} }: ServiceScenarios, ran: Ran) {
  const isExcused = ({ name, needs = [] }: Part) =>
    name in unserved ||
    (name.split('.')[0] ?? '') in unserved ||
    (needs.length > 0 && needs.every((kind) => kind in unserved || `${kind}.list` in unserved));
  return partsOf(kinds, ran)
    .filter((part) => !part.isRun && !isExcused(part))
    .map(({ name }) => name);
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
  /** Kinds one of which must be there for it. */
  readonly needs?: readonly string[];
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
  const lists = Object.entries(kinds.collections).map(([name, { items }]) => ({
    ...partIn(ran.collections)(name),
    needs: items.map(({ kind }) => kind),
  }));
  return [
    ...Object.keys(kinds.kinds).map(partIn(ran.kinds)),
    ...lists,
    ...namesOf('collections').map(partIn(ran.collections)),
    ...[...Object.keys(kinds.actions ?? {}), ...namesOf('actions')].map(partIn(ran.actions)),
    ...namesOf('waiters').map(partIn(ran.waiters)),
  ];
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
