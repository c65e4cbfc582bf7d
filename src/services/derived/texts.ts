// What a person reads of a derived kind: label, state, description and columns, out of the members that are no secret.

import type { Kind } from '../../core/resources/kind.ts';
import type { ShapePlace } from '../../core/resources/shapes.ts';
import { secretMembers } from '../../core/secrets.ts';
import type { Draft } from './draft.ts';
import { type Member, readMembers } from './members.ts';
import { splitWords, toTitle } from './words.ts';

export type Texts = Pick<Kind, 'label' | 'state' | 'description' | 'columns' | 'arn'>;

export function textsFor(draft: Draft): Texts {
  const members = shownMembers(draft);
  const label = labelOf(draft, members);
  const state = stateOf(draft, members);
  const description = descriptionOf(draft, members);
  const columns = columnsOf(draft, state);
  const arn = arnOf(draft);
  return {
    ...(label.length > 0 && { label }),
    ...(state !== undefined && { state }),
    ...(description.length > 0 && { description }),
    ...(columns.length > 0 && { columns }),
    ...(arn !== undefined && { arn }),
  };
}

/** What the list shows openly may be secret in the description, and the other way round. */
function shownMembers({ item, described }: Draft): readonly Member[] {
  return readMembers(item).filter(({ path }) => !isSecret(described, path));
}

function isSecret(place: ShapePlace | undefined, member: string): boolean {
  if (place?.shape.type !== 'structure') return false;
  return secretMembers(place.service, place.name, place.shape).has(member);
}

const nameKeys = ['displayname', 'friendlyname', 'title', 'label', 'alias', 'summary', 'subject'];

function labelOf({ roles, identifiers, stems, item }: Draft, members: readonly Member[]) {
  const own = identifiers.findLast((one) => 'member' in one);
  const name = roles.get('name') ?? roles.get('self');
  const titled = nameKeys.flatMap((key) => [
    ...members.filter((one) => one.key === key || one.key === `${stems[0]}${key}`),
  ]);
  const named = [name, ...titled].filter((one) => one?.type === 'string');
  const paths = named.flatMap((one) => one?.path ?? []).filter((path) => path !== '@');
  const tags = hasTags(item) ? ['tag:Name'] : [];
  const isAddress = own && 'member' in own && (own.role === 'arn' || own.role === 'url');
  const last = own && (isAddress || /arn$/i.test(own.name)) ? [`{${own.name}|last}`] : [];
  const ownPath = own && 'member' in own ? own.member.path : undefined;
  const found = [...new Set([...paths.slice(0, 2), ...tags, ...last])];
  return found[0] === ownPath ? [] : found;
}

function hasTags({ service, shape }: ShapePlace): boolean {
  if (shape.type !== 'structure') return false;
  const tags = service.shapes[shape.members.Tags?.shape ?? shape.members.tags?.shape ?? ''];
  const tag = tags?.type === 'list' ? service.shapes[tags.member.shape] : undefined;
  if (tag?.type !== 'structure') return tags?.type === 'map';
  return 'Key' in tag.members || 'key' in tag.members;
}

function stateOf({ item, stems }: Draft, members: readonly Member[]): string | undefined {
  const endings = ['status', 'state', 'lifecyclestate', 'lifecyclestatus', 'currentstate'];
  const keys = [...endings.slice(0, 2).map((ending) => `${stems[0]}${ending}`), ...endings];
  const found = members.find(({ key, type }) => type === 'string' && keys.includes(key));
  if (found) return found.path;
  const [only, ...others] = members.filter(
    ({ key, isEnum }) => isEnum && /(?:status|state)$/.test(key),
  );
  return innerState(item) ?? (others.length === 0 ? only?.path : undefined);
}

/** EC2 and others have a structure with a code and a name. */
function innerState({ service, shape }: ShapePlace): string | undefined {
  if (shape.type !== 'structure') return undefined;
  for (const name of ['State', 'Status', 'state', 'status']) {
    const inner = service.shapes[shape.members[name]?.shape ?? ''];
    if (inner?.type !== 'structure') continue;
    const member = [
      'Name',
      'Value',
      'Code',
      'State',
      'Status',
      'name',
      'value',
      'state',
      'status',
    ].find((one) => service.shapes[inner.members[one]?.shape ?? '']?.type === 'string');
    if (member !== undefined) return `${name}.${member}`;
  }
  return undefined;
}

const typeEndings =
  /(?:type|engine|platform|runtime|category|kind|protocol|method|severity|edition)$/;

function descriptionOf({ stems }: Draft, members: readonly Member[]): readonly string[] {
  const rank = ({ key }: Member) => (key === 'type' || key === `${stems[0]}type` ? 0 : 1);
  const types = members.filter(({ key, type }) => type === 'string' && typeEndings.test(key));
  const [type] = types.toSorted((one, other) => rank(one) - rank(other));
  const dates = members.filter(isDate);
  const date = dates.find(({ key }) => /^(?:last)?(?:modif|updat)/.test(key)) ?? dates[0];
  return [...(type ? [type.path] : []), ...(date ? [`{${date.path}|day}`] : [])];
}

function isDate({ type, key }: Member): boolean {
  return (
    type === 'timestamp' ||
    (type === 'string' && /(?:date|datetime|timestamp|createdat|updatedat)$/.test(key))
  );
}

const mostColumns = 8;

function columnsOf(
  draft: Draft,
  state: string | undefined,
): readonly (readonly [string, string])[] {
  const listed = shownMembers(draft);
  const described = draft.described ? readMembers(draft.described) : [];
  const known = new Set(listed.map(({ path }) => path));
  const rows = [
    ...listed,
    ...described.filter(({ path }) => !known.has(path) && !isSecret(draft.item, path)),
  ];
  const ranked = rows
    .filter(({ key }) => !/token$/.test(key))
    .map((member) => ({ member, rank: rankOf(member, draft, state) }))
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, mostColumns);
  const columns = new Map<string, string>();
  for (const { member } of ranked) {
    const title = columnTitle(member, draft);
    if (!columns.has(title)) columns.set(title, columnText(member));
  }
  return [...columns];
}

/** What is most telling first; ARNs, which are long, last. */
function rankOf(member: Member, { item, identifiers }: Draft, state: string | undefined): number {
  const { key, type, path, isEnum } = member;
  const required = item.shape.type === 'structure' ? item.shape.required : undefined;
  const isRequired = required?.includes(path) ? 0 : 0.5;
  if (path === state) return 0;
  if (identifiers.some((one) => 'member' in one && one.member.path === path)) return 1;
  if (key.endsWith('arn')) return 9;
  if (typeEndings.test(key) || /version$/.test(key)) return 2 + isRequired;
  if (isDate(member)) return 4 + isRequired;
  if (key === 'description') return 5;
  if (isEnum || type === 'boolean') return 3 + isRequired;
  return 6 + isRequired;
}

function columnTitle({ name, path, key }: Member, { stems, words }: Draft): string {
  const known = titlesByKey.find(([pattern]) => pattern.test(key))?.[1];
  if (known !== undefined) return known;
  const all = splitWords(name);
  const [whole = ''] = stems;
  const isOwn = key.startsWith(whole) && key.length > whole.length && path !== '@';
  return toTitle(isOwn ? all.slice(words.length) : all) || toTitle(all);
}

const titlesByKey: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:created(?:at|on|time|date|timestamp)?|creation(?:date|time|datetime|timestamp)|createtime|createdate)$/,
    'Created',
  ],
  [/^(?:last)?(?:updated?|update)(?:d?at|on|time|date|datetime|timestamp|d)?$/, 'Updated'],
  [/^(?:last)?modif(?:ied|ication)(?:at|on|time|date|datetime|timestamp)?$/, 'Modified'],
];

function columnText(member: Member): string {
  if (isDate(member)) return `{${member.path}|date}`;
  const isSize = member.type !== 'string' && /(?:bytes|sizeinbytes)$/.test(member.key);
  return isSize ? `{${member.path}|size}` : member.path;
}

function arnOf({ roles, identifiers, described, stems }: Draft): string | undefined {
  const own = identifiers.find((one) => 'member' in one && one.role === 'arn');
  if (own) return own.name;
  const listed = roles.get('arn');
  if (listed) return listed.path;
  const keys = ['arn', `${stems[0]}arn`, 'resourcearn'];
  return described && readMembers(described).find(({ key }) => keys.includes(key))?.path;
}
