// What names one of the items of a list: what the operation that describes one asks for, else what most operations ask
// for, else whatever tells the items apart.

import type { LoadRule } from '../../core/resources/kind.ts';
import type { ShapePlace } from '../../core/resources/shapes.ts';
import { type Describe, describersOf, toLoad } from './describe.ts';
import { type Draft, type DraftIdentifier, type Naming, roleOf, sourceFor } from './draft.ts';
import type { Knowledge } from './knowledge.ts';
import type { List } from './lists.ts';
import { type Member, memberFor, namingMembers, readRoles } from './members.ts';
import type { Operation, Param } from './operations.ts';
import { bareRole, type Role, roleFor } from './roles.ts';
import { keyOf, singularWords, splitWords, toName, type Words, withCapital } from './words.ts';

export interface Identity {
  readonly roles: Draft['roles'];
  readonly identifiers: readonly DraftIdentifier[];
  readonly distinguishedBy: readonly string[];
  readonly load?: LoadRule;
  readonly described?: ShapePlace;
}

export interface Subject {
  readonly list: List;
  readonly words: Words;
  readonly key: string;
  readonly stems: readonly string[];
  readonly parent?: Draft | undefined;
}

/** `undefined` where nothing in an item could name it. */
export function identify(knowledge: Knowledge, subject: Subject): Identity | undefined {
  const { list, stems } = subject;
  const roles = readRoles(list.item, list.path, stems);
  const naming = { ...subject, roles };
  return byDescription(knowledge, naming) ?? byUse(knowledge, naming) ?? byDifference(naming);
}

type Named = Subject & Naming;

function byDescription(knowledge: Knowledge, subject: Named): Identity | undefined {
  for (const operation of describersOf(knowledge, subject)) {
    const identifiers = identifiersFor(subject, operation);
    if (!identifiers) continue;
    return {
      roles: subject.roles,
      distinguishedBy: [],
      ...withLoad(knowledge, subject, identifiers, operation),
    };
  }
  return undefined;
}

/** The identifiers that a describe operation asks for; `undefined` where the items do not have them all. */
function identifiersFor(
  subject: Named,
  operation: Operation,
): readonly DraftIdentifier[] | undefined {
  const found: DraftIdentifier[] = [];
  for (const param of operation.required) {
    const one = identifierFor(subject, param, operation);
    if (!one || found.some(({ name }) => name === one.name)) return undefined;
    found.push(one);
  }
  return found.some((one) => 'member' in one) ? found : undefined;
}

function identifierFor(
  subject: Named,
  param: Param,
  operation: Operation,
): DraftIdentifier | undefined {
  if (!param.isText && !param.isList) return undefined;
  const role = roleOf(subject, param, operation);
  const member = role && memberFor(subject.roles, role);
  if (member) return ownIdentifier(subject, member, role, param);
  const source = subject.parent && sourceFor(subject.parent, param, operation);
  if (source?.from === 'identifier') return { name: source.name, inherited: source.name };
  const same = namingMembers(subject.list.item).find(({ key }) => key === param.key);
  return same && ownIdentifier(subject, same, role, param);
}

/** Named as in the item; where that is a text, as the parameter. A parent may have the same name already. */
function ownIdentifier(
  { parent, words }: Subject,
  member: Member,
  role: Role | undefined,
  param?: Param,
): DraftIdentifier {
  const isText = member.path === '@';
  const name = isText && param ? singularWords(splitWords(param.name)).join('') : member.name;
  const isTaken = parent?.identifiers.some((one) => one.name === name);
  return { name: isTaken ? `${toName(words)}${withCapital(name)}` : name, member, role };
}

const byPreference: readonly Role[] = [
  'id',
  'arn',
  'name',
  'identifier',
  'self',
  'url',
  'key',
  'code',
];

function byUse(knowledge: Knowledge, subject: Named): Identity | undefined {
  const { roles, parent } = subject;
  const uses = (role: Role) => knowledge.usesOf(subject.stems, role);
  const isOwn = (key: string) => !isOfParent(parent, key);
  const [role] = byPreference
    .filter((one) => roles.has(one) && isOwn(roles.get(one)?.key ?? ''))
    .toSorted((one, other) => uses(other) - uses(one));
  const member = role && roles.get(role);
  if (!member) return undefined;
  const inherited = role === 'arn' || subject.key === 'tag' ? [] : inherit(parent);
  const identifiers = [...inherited, ownIdentifier(subject, member, role)];
  return { roles, distinguishedBy: [], ...withLoad(knowledge, subject, identifiers) };
}

/** The likeliest of its texts, told apart by some of the others. */
function byDifference(subject: Named): Identity | undefined {
  const { list, roles, parent } = subject;
  const all = namingMembers(list.item).filter(({ key }) => !isOfParent(parent, key));
  const likely = [/id$/, /arn$/, /name$/, /key$/, /./].flatMap((ending) =>
    all.filter(({ key, type, isEnum }) => ending.test(key) && type === 'string' && !isEnum),
  );
  const first = likely[0] ?? all.find(({ key }) => roleFor(key, subject.stems) !== undefined);
  if (!first) return undefined;
  const others = all.filter((one) => one !== first && !one.path.includes('.'));
  return {
    roles,
    identifiers: [...inherit(parent), ownIdentifier(subject, first, undefined)],
    distinguishedBy: others.slice(0, 3).map(({ path }) => path),
  };
}

/** True for a member that only says what the item stands in. */
function isOfParent(parent: Draft | undefined, key: string): boolean {
  if (!parent) return false;
  const isOwn = roleFor(key, parent.stems.slice(0, 1)) !== undefined && bareRole(key) === undefined;
  const isSame = parent.identifiers.some(({ name }) => keyOf(name) === key);
  return isOwn || (isSame && bareRole(key) === undefined) || isOfParent(parent.parent, key);
}

function inherit(parent: Draft | undefined): readonly DraftIdentifier[] {
  return (parent?.identifiers ?? []).map(({ name }) => ({ name, inherited: name }));
}

function withLoad(
  knowledge: Knowledge,
  subject: Named,
  identifiers: readonly DraftIdentifier[],
  operation?: Operation,
): Pick<Identity, 'identifiers' | 'load' | 'described'> {
  const found: Describe | undefined = toLoad(knowledge, subject, identifiers, operation);
  return { identifiers, ...found };
}
