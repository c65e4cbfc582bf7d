// A kind on its way: what it is called, what it is listed by, and where each parameter about it can be taken from.

import type { ActionRule, CollectionRule, LoadRule } from '../../core/resources/kind.ts';
import type { ShapePlace } from '../../core/resources/shapes.ts';
import { data, identifier, type Source, type Value } from '../../core/resources/sources.ts';
import type { List } from './lists.ts';
import { type Member, memberFor } from './members.ts';
import type { Operation, Param } from './operations.ts';
import { bareRole, type Role, roleFor } from './roles.ts';
import type { Words } from './words.ts';

export interface Draft {
  /** Its name among the kinds: `TrainingJob`. */
  readonly name: string;
  readonly words: Words;
  readonly key: string;
  /** The keys it may be called by, the whole one first: `trainingjob`, `job`. */
  readonly stems: string[];
  /** The list it was found by. */
  readonly list: List;
  readonly item: ShapePlace;
  readonly roles: ReadonlyMap<Role, Member>;
  readonly identifiers: readonly DraftIdentifier[];
  /** What its inherited identifiers come from. */
  readonly parent?: Draft;
  /** Members that tell two rows apart where nothing in the item names it for sure. */
  readonly distinguishedBy: readonly string[];
  readonly load?: LoadRule;
  readonly described?: ShapePlace;
  readonly collections: Record<string, CollectionRule>;
  readonly actions: Record<string, ActionRule>;
}

/** Of its own, or one of its parent's. */
export type DraftIdentifier =
  | { readonly name: string; readonly member: Member; readonly role: Role | undefined }
  | { readonly name: string; readonly inherited: string };

/** What of a draft is known while its identifiers are being looked for. */
export interface Naming extends Pick<Draft, 'key' | 'roles'> {
  readonly stems: readonly string[];
}

/** The role a parameter has for a kind; only its own operations call it by a bare `Name`. */
export function roleOf(naming: Naming, param: Param, operation: Operation): Role | undefined {
  const role = roleFor(param.key, naming.stems);
  if (role !== undefined) return role;
  return isAbout(naming, operation) ? bareRole(param.key) : undefined;
}

/** True for an operation that does something with this kind, or with what one of it has. */
export function isAbout(naming: Pick<Naming, 'key' | 'stems'>, operation: Operation): boolean {
  if (operation.tail.length > 0 && isTail(naming, operation)) return true;
  return operation.key.startsWith(naming.key);
}

function isTail({ stems }: Pick<Naming, 'stems'>, { tail }: Operation): boolean {
  return stems.includes(tail.join('').toLowerCase());
}

/** Where a parameter of an operation can be taken from; `undefined` where the kind does not know it. */
export function sourceFor(draft: Draft, param: Param, operation: Operation): Source | undefined {
  if (!param.isText && !param.isList) return undefined;
  const role = roleOf(draft, param, operation);
  const member = role && memberFor(draft.roles, role);
  if (member) return memberSource(draft, member);
  return namedSource(draft, param) ?? inheritedSource(draft, param, operation);
}

export function memberSource(draft: Draft, member: Member): Source {
  const own = draft.identifiers.find((one) => 'member' in one && one.member.path === member.path);
  return own ? identifier(own.name) : data(member.path);
}

/** By an identifier of the very same name, if it is more than a bare `Name`. */
function namedSource({ identifiers }: Draft, { key }: Param): Source | undefined {
  if (bareRole(key) !== undefined) return undefined;
  const same = identifiers.find(({ name }) => name.toLowerCase() === key);
  return same && identifier(same.name);
}

function inheritedSource(draft: Draft, param: Param, operation: Operation): Source | undefined {
  const source = draft.parent && sourceFor(draft.parent, param, operation);
  if (source?.from !== 'identifier') return undefined;
  const own = draft.identifiers.find((one) => 'inherited' in one && one.inherited === source.name);
  return own && identifier(own.name);
}

/** True for a source that names the resource itself rather than what it stands in. */
export function isOwnSource(draft: Draft, source: Source): boolean {
  if (source.from === 'data') return true;
  return (
    source.from === 'identifier' &&
    draft.identifiers.some((one) => one.name === source.name && 'member' in one)
  );
}

/** What an operation has to be given, as far as the kind knows it; `undefined` where it does not know all. */
export function paramsFrom(
  draft: Draft,
  operation: Operation,
): Readonly<Record<string, Value>> | undefined {
  const params: Record<string, Value> = {};
  for (const param of operation.required) {
    const source = sourceFor(draft, param, operation);
    if (!source) return undefined;
    params[param.name] = valueFor(param, source);
  }
  return params;
}

/** As the parameter wants it: a list of one where it takes many. */
export function valueFor(param: Param, source: Source): Value {
  return param.isList ? [source] : source;
}
