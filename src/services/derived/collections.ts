// A list as a collection of a kind, under the service or under another kind.

import type { CollectionRule } from '../../core/resources/kind.ts';
import { identifier, type Source, type Value } from '../../core/resources/sources.ts';
import type { Draft, DraftIdentifier } from './draft.ts';
import type { List } from './lists.ts';
import { memberFor, namingMembers, readRoles } from './members.ts';
import type { Operation } from './operations.ts';
import { bareRole } from './roles.ts';
import { keyOf, pluralWords, splitWords, toName, toTitle } from './words.ts';

export function toCollection(
  list: List,
  draft: Draft,
  params: Readonly<Record<string, Value>>,
  owner: Draft | undefined,
): CollectionRule | undefined {
  const { operation, path, tokens } = list;
  const identifiers = identifiersIn(list, draft, owner);
  return (
    identifiers && {
      title: toTitle(pluralWords(operation.noun)),
      operation: operation.name,
      ...(Object.keys(params).length > 0 && { params }),
      items: [{ kind: draft.name, path, identifiers }],
      ...(tokens && { tokens }),
    }
  );
}

/** Where a list under this owner has a kind's identifiers; `undefined` if it lacks one. */
export function identifiersIn(
  list: List,
  draft: Draft,
  owner: Draft | undefined,
): Readonly<Record<string, string | Source>> | undefined {
  const roles = readRoles(list.item, list.path, draft.stems);
  const found: Record<string, string | Source> = {};
  for (const one of draft.identifiers) {
    const path = ownPath(list, draft, one, roles);
    if (path !== undefined) found[one.name] = path;
    else if (isInherited(draft, one, owner)) found[one.name] = identifier(one.name);
    else return undefined;
  }
  return found;
}

/** A bare `Name` of another owner is the name of something else. */
function isInherited(draft: Draft, one: DraftIdentifier, owner: Draft | undefined): boolean {
  if (!('inherited' in one) || !owner?.identifiers.some(({ name }) => name === one.name))
    return false;
  return owner === draft.parent || bareRole(keyOf(one.name)) === undefined;
}

function ownPath(
  list: List,
  draft: Draft,
  one: DraftIdentifier,
  roles: Draft['roles'],
): string | undefined {
  if ('inherited' in one) return undefined;
  if (list === draft.list) return one.member.path;
  const same = namingMembers(list.item).find(({ path }) => path === one.member.path);
  return same?.path ?? (one.role && memberFor(roles, one.role)?.path);
}

export function addCollection(
  collections: Record<string, CollectionRule>,
  { noun, tail, name, version, choice }: Operation,
  rule: CollectionRule,
): void {
  const plural = pluralWords(noun);
  if (choice !== undefined) {
    const title = `${rule.title}: ${choice}`;
    collections[`${toName(plural)}${toName(splitWords(choice))}`] = { ...rule, title };
    return;
  }
  const short = toName(plural);
  if (!(short in collections)) {
    collections[short] = rule;
    return;
  }
  const title = toTitle(tail.length > 0 ? [...plural, 'by', ...tail] : [...plural, `V${version}`]);
  collections[name] = { ...rule, title };
}
