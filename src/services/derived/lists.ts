// Which operations list something, and where in the output the items are.

import type { Service, ShapeRef, StructureShape } from '../../core/models/model.ts';
import type { CollectionRule } from '../../core/resources/kind.ts';
import { placeOf, type ShapePlace } from '../../core/resources/shapes.ts';
import { holdsSecret } from '../../core/secrets.ts';
import { namingMembers } from './members.ts';
import { type Operation, structureOf } from './operations.ts';
import { keyOf, singularWord, singularWords, splitWords } from './words.ts';

export interface List {
  readonly operation: Operation;
  /** The path to the items, with `[]` at its end. */
  readonly path: string;
  /** What an item is: a structure, or a text. */
  readonly item: ShapePlace;
  readonly tokens?: NonNullable<CollectionRule['tokens']>;
}

/** `undefined` for an operation that lists nothing, that must not be called to list, or whose items are secret. */
export function readList(service: Service, operation: Operation): List | undefined {
  const { output, name } = operation;
  if (!output || !mayList(service.id, operation)) return undefined;
  const found = findItems(service, operation, output);
  if (!found || isSecretText(service, found.item)) return undefined;
  if (isAboutOne(service, operation, found)) return undefined;
  const tokens = service.paginators[name] ? undefined : findTokens(service, operation);
  return { operation, ...deepen(operation, found), ...(tokens && { tokens }) };
}

const listingVerbs = new Set(['List', 'Describe', 'Get', 'Search', 'Lookup']);

function mayList(service: string, { name, verb, noun, isReading }: Operation): boolean {
  if (!isReading || !listingVerbs.has(verb) || noun.length === 0) return false;
  if (verb !== 'List' && billed.has(service)) return false;
  return !notLists.has(`${service}.${name}`);
}

/** Services that take money for each question. */
const billed = new Set([
  'ce',
  'geo-maps',
  'geo-places',
  'geo-routes',
  'kendra-ranking',
  'location',
  'personalize-runtime',
  'rekognition',
]);

/** Only lists are called List or have a plural, or give pages of what they are called after. */
function isAboutOne(
  { paginators }: Service,
  { name, verb, noun, key }: Operation,
  { path }: Items,
): boolean {
  const [last = ''] = noun.slice(-1);
  const isPaged = paginators[name] !== undefined && isNamedAfter(path, key);
  return verb !== 'List' && !isPaged && singularWord(last) === last;
}

/** Lists by their names, but of what one thing has, or of nothing in particular. */
const notLists: ReadonlySet<string> = new Set(['cloudformation.GetTemplateSummary']);

interface Items {
  readonly path: string;
  readonly item: ShapePlace;
}

function findItems(
  service: Service,
  operation: Operation,
  output: StructureShape,
): Items | undefined {
  return (
    pagedItems(service, operation, output) ??
    pickItems(operation, listMembers(service, output, '')) ??
    pickItems(operation, nestedLists(service, output))
  );
}

function pagedItems(service: Service, operation: Operation, output: StructureShape) {
  const keys = [service.paginators[operation.name]?.result_key ?? []].flat();
  const found = keys.flatMap((key) => {
    const [first = '', second] = key.split('.');
    const inner = second && structureOf(service, output.members[first]?.shape);
    if (!inner) return listMembers(service, output, '').filter(({ path }) => path === `${key}[]`);
    return listMembers(service, inner, `${first}.`).filter(({ path }) => path === `${key}[]`);
  });
  return found.length > 1 ? (pickItems(operation, found) ?? found[0]) : found[0];
}

/** What could not be done is no resource. */
const asides = /^(?:errors?|failures?|failed\w*|warnings?|unprocessed\w*|messages?|ids?not\w+)$/i;

function listMembers(service: Service, shape: StructureShape, prefix: string): readonly Items[] {
  return Object.entries(shape.members).flatMap(([name, ref]) => {
    const item = asides.test(name) ? undefined : itemOf(service, ref);
    return item ? [{ path: `${prefix}${name}[]`, item }] : [];
  });
}

function nestedLists(service: Service, output: StructureShape): readonly Items[] {
  return Object.entries(output.members).flatMap(([name, ref]) => {
    const inner = structureOf(service, ref.shape);
    return inner ? listMembers(service, inner, `${name}.`) : [];
  });
}

function itemOf(service: Service, ref: ShapeRef): ShapePlace | undefined {
  const list = service.shapes[ref.shape];
  const item = list?.type === 'list' ? placeOf(service, list.member.shape) : undefined;
  const { type } = item?.shape ?? {};
  return type === 'structure' || type === 'string' ? item : undefined;
}

/** The only one; of several the one the operation is named after, structures before texts. */
function pickItems({ key }: Operation, found: readonly Items[]): Items | undefined {
  if (found.length < 2) return found[0];
  const structures = found.filter(({ item }) => item.shape.type === 'structure');
  const named = found.filter(({ path }) => isNamedAfter(path, key));
  return structures.find((one) => named.includes(one)) ?? named[0];
}

function isNamedAfter(path: string, key: string): boolean {
  const last = path.replace('[]', '').split('.').at(-1) ?? '';
  const own = keyOf(singularWords(splitWords(last)));
  return own.includes(key) || key.includes(own);
}

/** EC2 lists instances in reservations. */
function deepen({ key }: Operation, found: Items): Items {
  const { path, item } = found;
  if (item.shape.type !== 'structure' || isNamedAfter(path, key)) return found;
  const inner = listMembers(item.service, item.shape, `${path}.`);
  const named = inner.find((one) => {
    const name = one.path.slice(path.length + 1, -2);
    return keyOf(singularWords(splitWords(name))) === key && one.item.shape.type === 'structure';
  });
  return named ?? found;
}

function isSecretText(service: Service, { shape, name }: ShapePlace): boolean {
  return shape.type === 'string' && holdsSecret(service, name);
}

/** The token's members of an operation that gives pages and has no paginator. */
function findTokens(
  service: Service,
  { input, output }: Operation,
): CollectionRule['tokens'] | undefined {
  if (!input || !output) return undefined;
  const isToken = (shape: StructureShape) =>
    Object.entries(shape.members)
      .filter(([, ref]) => service.shapes[ref.shape]?.type === 'string')
      .map(([name]) => name)
      .filter((name) => /^next_?(?:page)?_?token$|^(?:next)?_?(?:page_?)?marker$/i.test(name));
  const [from] = isToken(output);
  const into = isToken(input).find((name) => from && tokenKey(name) === tokenKey(from));
  return from !== undefined && into !== undefined ? { input: into, output: from } : undefined;
}

function tokenKey(name: string): string {
  return keyOf(name).replace('next', '').replace('page', '');
}

/** Of several lists of the same things, the one that tells most. */
export function withoutRivals(lists: readonly List[]): readonly List[] {
  const groups = Map.groupBy(lists, ({ operation }) =>
    [operation.key, ...operation.tail, operation.choice].join(' ').toLowerCase(),
  );
  return [...groups.values()].flatMap((rivals) => rivals.toSorted(byWorth).slice(0, 1));
}

function byWorth(one: List, other: List): number {
  return (
    Number(isSearch(one)) - Number(isSearch(other)) ||
    other.operation.version - one.operation.version ||
    namingMembers(other.item).length - namingMembers(one.item).length
  );
}

function isSearch({ operation }: List): boolean {
  return operation.verb === 'Search';
}
