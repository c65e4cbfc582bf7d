// What a member or parameter says of a kind: `JobName` is the name of a Job, and `Name` of whatever it stands in.

import { keyOf, type Words } from './words.ts';

/** `self` where the kind's own name is all there is: `repository`. */
export type Role = 'id' | 'name' | 'arn' | 'identifier' | 'url' | 'key' | 'code' | 'self';

const rolesByEnding: Readonly<Record<string, Role>> = {
  '': 'self',
  id: 'id',
  name: 'name',
  arn: 'arn',
  identifier: 'identifier',
  url: 'url',
  uri: 'url',
  key: 'key',
  code: 'code',
  resourceid: 'id',
  resourcearn: 'arn',
  idorarn: 'identifier',
  nameorarn: 'identifier',
  arnorid: 'identifier',
  arnorname: 'identifier',
  idorname: 'identifier',
};

/** The role of a name that does not say whose it is: `Name`, `Arn`. */
export function bareRole(key: string): Role | undefined {
  return key === '' ? undefined : rolesByEnding[key];
}

/** The role of a name for the kind of these words: by all of them, or by the last ones with an ending. */
export function roleFor(key: string, [whole = '', ...parts]: readonly string[]): Role | undefined {
  const role = roleBy(key, whole);
  return role ?? partRole(key, parts);
}

export function partRole(key: string, parts: readonly string[]): Role | undefined {
  for (const part of parts) {
    const role = roleBy(key, part);
    if (role !== undefined && role !== 'self') return role;
  }
  return undefined;
}

function roleBy(key: string, stem: string): Role | undefined {
  return key.startsWith(stem) ? rolesByEnding[key.slice(stem.length)] : undefined;
}

/** The keys of a kind's words from the longest: `trainingjob`, `job`. */
export function stemsOf(words: Words): readonly string[] {
  const keys = words.map((_, at) => keyOf(words.slice(at)));
  return keys.filter((key, at) => at === 0 || !vague.has(key));
}

/** Too many things end with these for a parameter such as `name` or `versionId` to mean any of them. */
const vague = new Set([
  'arn',
  'code',
  'id',
  'key',
  'list',
  'name',
  'set',
  'state',
  'status',
  'type',
  'value',
  'version',
]);

/** Which role serves where another is asked for, the best first. */
export const servingRoles: Readonly<Record<Role, readonly Role[]>> = {
  id: ['id', 'identifier'],
  name: ['name', 'self'],
  arn: ['arn'],
  identifier: ['identifier', 'id', 'arn', 'name'],
  url: ['url'],
  key: ['key'],
  code: ['code'],
  self: ['self', 'id', 'name', 'arn'],
};

/** What a parameter may be called after: `directoryid` after a `directory`, or itself. */
export function stemsIn(key: string): readonly string[] {
  const known = stemsByKey.get(key);
  if (known) return known;
  const stems = endings
    .filter((ending) => key.endsWith(ending))
    .map((ending) => key.slice(0, key.length - ending.length));
  stemsByKey.set(key, stems);
  return stems;
}

const stemsByKey = new Map<string, readonly string[]>();
const endings = Object.keys(rolesByEnding);

/** Whose a name is: `directory` of `directoryid`; `undefined` for a bare one. */
export function stemOf(key: string): string | undefined {
  const ending = ['identifier', 'name', 'arn', 'url', 'id'].find((one) => key.endsWith(one));
  const stem = ending && key.slice(0, -ending.length);
  return stem && stem.length > 2 && !vague.has(stem) && stem !== 'resource' ? stem : undefined;
}
