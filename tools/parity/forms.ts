// One form for what boto3's descriptions and our declarations say in different ways, so that the two can be compared:
// where each parameter and each identifier comes from, as a text by its path.

import type { LinkRule, ResultRule } from '../../src/core/resources/kind.ts';
import {
  isSource,
  type Params,
  type Source,
  type Value,
} from '../../src/core/resources/sources.ts';
import type { BotoParam } from './boto3.ts';

/** What each path is given, such as `Filters[0].Values[0]` the text `identifier VpcId`. */
export type Form = ReadonlyMap<string, string>;

/** What both sides may name differently, seen from the resource that is compared. */
export interface Names {
  /** Our identifier for each of boto3's. */
  readonly identifiers: ReadonlyMap<string, string>;
  /** Our identifier for each member of the attributes that holds one. */
  readonly members: ReadonlyMap<string, string>;
}

export const noNames: Names = { identifiers: new Map(), members: new Map() };

/** The parameters the caller gives are left out: boto3 takes any, and so do we. */
export function formOfBotoParams(params: readonly BotoParam[] | undefined, names: Names): Form {
  const given = (params ?? []).filter(({ source }) => source !== 'input');
  return new Map(given.map((one) => [firstElement(one.target), textOfBoto(one, names)]));
}

export function formOfParams(params: Params | undefined, names: Names): Form {
  return new Map(leavesOf(params ?? {}, '').flatMap(([at, value]) => readLeaf(at, value, names)));
}

export function formOfBotoTarget(
  identifiers: readonly BotoParam[] | undefined,
  names: Names,
  targets: Names,
): Form {
  return new Map(
    (identifiers ?? []).map((one) => [
      targets.identifiers.get(one.target) ?? one.target,
      textOfBoto(one, names),
    ]),
  );
}

/** `document` is what paths are of: the answer of an operation, or the attributes of a resource. */
export function formOfResult(
  rule: Pick<ResultRule, 'path' | 'identifiers'>,
  document: 'response' | 'data',
  names: Names,
): Form {
  return new Map(
    Object.entries(rule.identifiers).map(([name, from]) => [
      name,
      typeof from === 'string'
        ? textOfPath(document, joinPaths(rule.path, from), names)
        : textOfSource(from, names),
    ]),
  );
}

/** A link's member gives the last identifier of the kind it leads to. */
export function formOfLink(rule: LinkRule, identifiers: readonly string[], names: Names): Form {
  const before = Object.entries(rule.identifiers ?? {}).map(
    ([name, from]) => [name, textOfSource(from, names)] as const,
  );
  return new Map([...before, [identifiers.at(-1) ?? '', textOfPath('data', rule.member, names)]]);
}

/** What the caller has to give before the call: top-level members of the operation's input. */
export function askedIn(params: Params | undefined): readonly string[] {
  return leavesOf(params ?? {}, '').flatMap(([at, value]) =>
    isSourceOf(value, 'input') && !value.optional ? [at.replace(/[.[].*$/, '')] : [],
  );
}

/** An absent path, `@` and `Images[0]` beside `Images[]` are said in one way. */
export function formOfPath(path: string | undefined): string {
  return (path ?? '@').replaceAll(/\[\d*\]/g, '[]');
}

export function describeForm(form: Form): string {
  const parts = [...form].map(([at, text]) => `${at} from ${text}`).toSorted();
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

/** `Entries[*].Id` and `Entries[].Id` mean one element for each resource. */
function firstElement(target: string): string {
  return target.replaceAll(/\[\*?\]/g, '[0]');
}

function textOfBoto({ source, name = '', path = '', value }: BotoParam, names: Names): string {
  switch (source) {
    case 'identifier':
      return `identifier ${names.identifiers.get(name) ?? name}`;
    case 'data':
    case 'response':
      return textOfPath(source, path, names);
    case 'requestParameter':
      return `request ${path}`;
    case 'input':
      return 'input';
    default:
      return JSON.stringify(value);
  }
}

function textOfSource(source: Source, names: Names): string {
  switch (source.from) {
    case 'identifier':
      return `identifier ${source.name}`;
    case 'data':
      return textOfPath('data', source.path, names);
    case 'request':
      return `request ${source.path}`;
    case 'input':
      return 'input';
    case 'literal':
      return JSON.stringify(source.value);
    case 'json':
      return textOfSource(source.text, names);
    default:
      return JSON.stringify(source);
  }
}

/** An attribute that holds an identifier is the same as that identifier. */
function textOfPath(document: string, path: string, names: Names): string {
  const member = document === 'data' ? names.members.get(path) : undefined;
  return member === undefined ? `${document} ${formOfPath(path)}` : `identifier ${member}`;
}

function joinPaths(path: string | undefined, member: string): string {
  if (path === undefined || path === '@') return member;
  return member === '@' ? path : `${path}.${member}`;
}

function readLeaf(at: string, value: Value, names: Names): [string, string][] {
  if (isSourceOf(value, 'input')) return [];
  const isOther = typeof value === 'object' && value !== null && isSource(value);
  return [[at, isOther ? textOfSource(value, names) : JSON.stringify(value)]];
}

function leavesOf(value: Value, at: string): readonly (readonly [string, Value])[] {
  if (typeof value !== 'object' || value === null || isSource(value)) return [[at, value]];
  if (Array.isArray(value)) {
    return value.flatMap((one: Value, index) => leavesOf(one, `${at}[${index}]`));
  }
  return Object.entries(value as Params).flatMap(([name, one]) =>
    leavesOf(one, at === '' ? name : `${at}.${name}`),
  );
}

function isSourceOf<From extends Source['from']>(
  value: Value,
  from: From,
): value is Extract<Source, { from: From }> {
  return typeof value === 'object' && value !== null && isSource(value) && value.from === from;
}
