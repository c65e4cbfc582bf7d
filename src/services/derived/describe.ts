// The operation that describes one resource, and where in its output the description is.

import type { LoadRule } from '../../core/resources/kind.ts';
import { follow, placeOf, type ShapePlace } from '../../core/resources/shapes.ts';
import { identifier, type Value } from '../../core/resources/sources.ts';
import { type DraftIdentifier, type Naming, roleOf, valueFor } from './draft.ts';
import type { Knowledge } from './knowledge.ts';
import { type List, readList } from './lists.ts';
import { memberFor, readRoles } from './members.ts';
import { type Operation, toParam } from './operations.ts';
import { keyOf } from './words.ts';

export interface Describe {
  readonly load: LoadRule;
  readonly described: ShapePlace;
}

interface Described extends Naming {
  readonly list: List;
}

const endings = ['', 'details', 'detail', 'attributes', 'description', 'info', 'metadata'];

/** Those that may describe a resource of these words, the likeliest first. */
export function describersOf(
  { byNoun }: Knowledge,
  { key, stems, list }: Described,
): readonly Operation[] {
  const keys = [...endings.map((ending) => `${key}${ending}`), ...stems.slice(1, 2)];
  return keys
    .flatMap((one) => byNoun.get(one) ?? [])
    .filter(({ name, verb, isReading, required, output, tail }) => {
      const isOther = isReading && name !== list.operation.name;
      const mayDescribe = isOther && (verb === 'Describe' || verb === 'Get');
      return mayDescribe && tail.length === 0 && required.length > 0 && output !== undefined;
    })
    .toSorted((one, other) => other.version - one.version);
}

/** By the operation, or by the list itself where that can be asked for one. */
export function toLoad(
  knowledge: Knowledge,
  subject: Described,
  identifiers: readonly DraftIdentifier[],
  operation: Operation | undefined,
): Describe | undefined {
  if (!operation) return selfDescribing(knowledge, subject, identifiers);
  const params: Record<string, Value> = { ...operation.fixed };
  for (const [at, param] of operation.required.entries()) {
    const source = identifier(identifiers[at]?.name ?? '');
    params[param.name] = valueFor(param, source);
  }
  return describeBy(knowledge, subject, identifiers, operation, params);
}

function selfDescribing(
  knowledge: Knowledge,
  subject: Described,
  identifiers: readonly DraftIdentifier[],
): Describe | undefined {
  const { operation } = subject.list;
  const [only, ...others] = identifiers;
  if (!only || !('member' in only) || others.length > 0 || !operation.input) return undefined;
  if (operation.required.length > 0) return undefined;
  const params = Object.keys(operation.input.members).map((name) =>
    toParam(knowledge.service, operation.input, name),
  );
  const param = params.find(({ isList, ...one }) => {
    const role = isList ? roleOf(subject, { isList, ...one }, operation) : undefined;
    return role !== undefined && memberFor(subject.roles, role)?.path === only.member.path;
  });
  if (!param) return undefined;
  const given = { ...operation.fixed, [param.name]: [identifier(only.name)] };
  return describeBy(knowledge, subject, identifiers, operation, given);
}

function describeBy(
  knowledge: Knowledge,
  subject: Described,
  identifiers: readonly DraftIdentifier[],
  operation: Operation,
  params: Readonly<Record<string, Value>>,
): Describe | undefined {
  const base = { operation: operation.name, ...(Object.keys(params).length > 0 && { params }) };
  const output = placeOf(knowledge.service, operation.model.output?.shape);
  if (!output) return undefined;
  const path = pathToOne(output, subject);
  if (path !== undefined) {
    const described = follow(output, path);
    return described && { load: { ...base, ...(path !== '@' && { path }) }, described };
  }
  const many = readList(knowledge.service, operation);
  if (many?.item.shape.type !== 'structure') return undefined;
  const match = matchOf(many, subject, identifiers);
  if (match) return { load: { ...base, path: many.path, match }, described: many.item };
  const first = many.path.replace(/\[\]$/, '[0]');
  return { load: { ...base, path: first }, described: many.item };
}

/** The path to the one structure that is the resource; `undefined` where the output is a list of such. */
function pathToOne({ service, shape }: ShapePlace, { stems, list }: Described): string | undefined {
  if (shape.type !== 'structure') return undefined;
  const names = Object.keys(shape.members);
  const typeOf = (name: string) => service.shapes[shape.members[name]?.shape ?? '']?.type;
  const structures = names.filter((name) => typeOf(name) === 'structure');
  const named = structures.find((name) => stems.includes(keyOf(name)));
  if (named !== undefined) return named;
  const [only] = structures;
  if (only !== undefined && names.length === 1) return only;
  const isList = names.some((name) => `${name}[]` === list.path || typeOf(name) === 'list');
  const hasFacts = names.some(
    (name) =>
      !['list', 'map'].includes(typeOf(name) ?? '') &&
      !/token|marker|^maxresults$|requestid/i.test(name),
  );
  return isList && !hasFacts ? undefined : '@';
}

function matchOf(
  { item, path }: List,
  { stems }: Naming,
  identifiers: readonly DraftIdentifier[],
): Readonly<Record<string, string>> | undefined {
  const roles = readRoles(item, path, stems);
  const match: Record<string, string> = {};
  for (const one of identifiers) {
    if (!('member' in one)) continue;
    const same = follow(item, one.member.path) && one.member.path !== '@';
    const member = one.role && memberFor(roles, one.role);
    if (same) match[one.name] = one.member.path;
    else if (member) match[one.name] = member.path;
    else return undefined;
  }
  return match;
}
