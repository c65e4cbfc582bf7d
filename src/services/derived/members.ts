// The members of an item that may tell what it is: texts and numbers that are not secret, by the roles they have for a kind.

import type { StructureShape } from '../../core/models/model.ts';
import type { ShapePlace } from '../../core/resources/shapes.ts';
import { secretMembers } from '../../core/secrets.ts';
import { bareRole, partRole, type Role, roleFor, servingRoles } from './roles.ts';
import { keyOf, singularWords, splitWords } from './words.ts';

export interface Member {
  /** The path in the item; `@` for an item that is a text. */
  readonly path: string;
  readonly name: string;
  readonly key: string;
  readonly type: string;
  readonly isEnum: boolean;
}

const scalars = new Set(['string', 'integer', 'long', 'boolean', 'float', 'double', 'timestamp']);

/** Those of a structure that are shown as they are, and are no secret. */
export function readMembers({ service, name, shape }: ShapePlace): readonly Member[] {
  if (shape.type !== 'structure') return [];
  const known = membersByShape.get(shape);
  if (known) return known;
  const secrets = secretMembers(service, name, shape);
  const members = Object.entries(shape.members).flatMap(([member, ref]): readonly Member[] => {
    const { type, ...more } = service.shapes[ref.shape] ?? { type: '' };
    if (!scalars.has(type) || secrets.has(member)) return [];
    const isEnum = type === 'string' && 'enum' in more;
    return [{ path: member, name: member, key: keyOf(member), type, isEnum }];
  });
  membersByShape.set(shape, members);
  return members;
}

const membersByShape = new WeakMap<StructureShape, readonly Member[]>();

/** As `readMembers`, with those of the structures inside it where it has none that could name it. */
export function namingMembers(item: ShapePlace): readonly Member[] {
  const own = readMembers(item).filter(isNaming);
  if (own.some(({ isEnum }) => !isEnum) || item.shape.type !== 'structure') return own;
  const inner = Object.entries(item.shape.members).map(([name, ref]) => {
    const shape = item.service.shapes[ref.shape];
    if (shape?.type !== 'structure') return [];
    const place = { service: item.service, name: ref.shape, shape };
    return readMembers(place).map((one) => ({ ...one, path: `${name}.${one.path}` }));
  });
  const [first = [], ...others] = inner.filter((members) => members.some(isNaming));
  // One of several may be there or not: then none of them names every item.
  return [...(others.length === 0 ? first.filter(isNaming) : []), ...own];
}

function isNaming({ type, key }: Member): boolean {
  if (/token$/.test(key)) return false;
  return type === 'string' || type === 'integer' || type === 'long';
}

/** What each role of a kind is taken from. An item that is a text has the role its list is named by. */
export function readRoles(
  item: ShapePlace,
  path: string,
  stems: readonly string[],
): ReadonlyMap<Role, Member> {
  if (item.shape.type !== 'structure') return new Map([textRole(path, stems)]);
  const members = namingMembers(item).filter(({ isEnum }) => !isEnum);
  const [whole = '', ...parts] = stems;
  const roles = new Map<Role, Member>();
  const note = (roleOf: (key: string) => Role | undefined) => {
    for (const member of members) {
      const role = isTextOr(member, roleOf(member.key));
      if (role !== undefined && !roles.has(role)) roles.set(role, member);
    }
  };
  note((key) => roleFor(key, [whole]));
  note(bareRole);
  note((key) => partRole(key, parts));
  return roles;
}

/** A number may be an id, but no name or ARN. */
function isTextOr({ type }: Member, role: Role | undefined): Role | undefined {
  const isFit = role === 'id' || role === 'identifier' || role === 'self';
  return type === 'string' || isFit ? role : undefined;
}

function textRole(path: string, stems: readonly string[]): readonly [Role, Member] {
  const name = path.replaceAll('[]', '').split('.').at(-1) ?? '';
  const words = singularWords(splitWords(name));
  const key = keyOf(words);
  const role = roleFor(key, stems) ?? bareRole(key) ?? endingRole(key);
  return [role, { path: '@', name: words.join(''), key, type: 'string', isEnum: false }];
}

function endingRole(key: string): Role {
  if (key.endsWith('arn')) return 'arn';
  if (key.endsWith('id')) return 'id';
  return key.endsWith('name') ? 'name' : 'self';
}

/** The member that serves where a role is asked for. */
export function memberFor(roles: ReadonlyMap<Role, Member>, role: Role): Member | undefined {
  for (const serving of servingRoles[role]) {
    const member = roles.get(serving);
    if (member) return member;
  }
  return undefined;
}
