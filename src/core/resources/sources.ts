// Where a parameter's value comes from, in the vocabulary of boto3's resource descriptions. Declarations nest these in
// plain literals: `{ Filters: [{ Name: 'vpc-id', Values: [identifier('VpcId')] }] }`. All of it is plain JSON.

import { randomUUID } from 'node:crypto';
import { KindError } from '../errors.ts';
import { toJson } from '../json.ts';
import { compilePath } from './paths.ts';
import { compileFirst } from './texts.ts';

/** A parameter: a literal in which sources may be nested anywhere. */
export type Value =
  | string
  | number
  | boolean
  | null
  | Source
  | readonly Value[]
  | { readonly [name: string]: Value };

export type Params = Readonly<Record<string, Value>>;

export type Source =
  | { readonly from: 'identifier'; readonly name: string }
  | { readonly from: 'data'; readonly path: string }
  | { readonly from: 'parent'; readonly name: string }
  | { readonly from: 'text'; readonly of: readonly string[] }
  | { readonly from: 'pick'; readonly names: Source }
  | { readonly from: 'json'; readonly text: Source }
  | { readonly from: 'literal'; readonly value: unknown }
  | { readonly from: 'input'; readonly name: string; readonly optional?: true }
  | { readonly from: 'request'; readonly path: string }
  | { readonly from: 'clock'; readonly hoursAgo: number; readonly as: 'time' | 'day' }
  | { readonly from: 'account' }
  | { readonly from: 'region' }
  | { readonly from: 'sessionRegion'; readonly unless?: string }
  | { readonly from: 'token' };

/** An identifier of the resource itself. */
export const identifier = (name: string): Source => ({ from: 'identifier', name });
/** A member of the resource's attributes, which are loaded if they lack it. */
export const data = (path: string): Source => ({ from: 'data', path });
/** The first of these texts that is present, such as the last part of an ARN. */
export const text = (...of: readonly string[]): Source => ({ from: 'text', of });
/** An identifier of the resource this one was listed under. */
export const parent = (name: string): Source => ({ from: 'parent', name });
/** Some members of the listed item, as JSON text. Only for identifiers: a key whose members only the data tells. */
export const pick = (names: Source): Source => ({ from: 'pick', names });
/** The value that another source holds as JSON text. */
export const json = (source: Source): Source => ({ from: 'json', text: source });
/** A literal that would be taken for a source, because it has a member `from`. */
export const literal = (value: unknown): Source => ({ from: 'literal', value });
/** What the person gives, under this name; asked for before the call. */
export const ask = (name: string): Source => ({ from: 'input', name });
/** As `ask`, and left out where the person gives nothing. */
export const askOptional = (name: string): Source => ({ from: 'input', name, optional: true });
/** A member of the request that was sent. Only for the identifiers of what an action's answer names. */
export const requested = (path: string): Source => ({ from: 'request', path });
/** The time so many hours ago, for lists that must be told a range. */
export const hoursAgo = (hours: number): Source => ({ from: 'clock', hoursAgo: hours, as: 'time' });
/** The day so many days ago, as `2024-05-01` in UTC. */
export const daysAgo = (days: number): Source => ({
  from: 'clock',
  hoursAgo: days * 24,
  as: 'day',
});
export const account: Source = { from: 'account' };
export const region: Source = { from: 'region' };
/** The Session's own region, wherever the calls go; nothing where it is `unless`. */
export const sessionRegion = (unless?: string): Source => ({
  from: 'sessionRegion',
  ...(unless !== undefined && { unless }),
});
/** A new client token. Only for the few operations whose model does not mark theirs. */
export const token: Source = { from: 'token' };

/** What sources read from. */
export interface SourceContext {
  readonly identifiers: Readonly<Record<string, string>>;
  readonly attributes?: unknown;
  readonly parent?: Readonly<Record<string, string>> | undefined;
  readonly item?: unknown;
  readonly input?: Readonly<Record<string, unknown>>;
  /** An operation's input, as it was sent. */
  readonly request?: unknown;
  readonly account?: string;
  readonly region?: string | undefined;
  readonly sessionRegion?: string | undefined;
  /** In milliseconds; the machine's clock where absent. */
  readonly now?: number;
}

/**
 * The value with every source replaced by what it gives. Members whose source gives nothing are left out, and so is a structure
 * that has no others.
 */
export function fill(value: Value, context: SourceContext): unknown {
  if (Array.isArray(value)) {
    return value.map((one) => fill(one, context)).filter((one) => one !== undefined);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (isSource(value)) return readSource(value, context);
  const filled = fillParams(value as Params, context);
  const isEmptied = Object.keys(filled).length === 0 && Object.keys(value).length > 0;
  return isEmptied ? undefined : filled;
}

export function fillParams(params: Params, context: SourceContext): Record<string, unknown> {
  const filled: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(params)) {
    const found = fill(value, context);
    if (found !== undefined) filled[name] = found;
  }
  return filled;
}

/** Every source in a value, outer ones before those inside them. */
export function sourcesIn(value: Value): readonly Source[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isSource(value)) {
    const inner = value.from === 'pick' ? value.names : value.from === 'json' ? value.text : null;
    return [value, ...sourcesIn(inner)];
  }
  return Object.values(value as Params).flatMap(sourcesIn);
}

export function isSource(value: Value): value is Source {
  return typeof value === 'object' && value !== null && typeof (value as Source).from === 'string';
}

function readSource(source: Source, context: SourceContext): unknown {
  switch (source.from) {
    case 'identifier':
      return context.identifiers[source.name];
    case 'data':
      return compilePath(source.path)(context.attributes);
    case 'parent':
      return context.parent?.[source.name];
    case 'text':
      return compileFirst(source.of)({
        attributes: context.attributes,
        identifiers: context.identifiers,
      });
    case 'pick':
      return pickMembers(context.item, readSource(source.names, context));
    case 'json':
      return JSON.parse(String(readSource(source.text, context)));
    case 'literal':
      return source.value;
    case 'input':
      return context.input?.[source.name];
    case 'request':
      return compilePath(source.path)(context.request);
    case 'clock':
      return readClock(source, context.now ?? Date.now());
    case 'account':
      return context.account;
    case 'region':
      return context.region;
    case 'sessionRegion':
      return context.sessionRegion === source.unless ? undefined : context.sessionRegion;
    case 'token':
      return randomUUID();
    default:
      throw new KindError([`"${String((source as { from: unknown }).from)}" is not a source.`]);
  }
}

function readClock(source: Source & { readonly from: 'clock' }, now: number): string {
  const time = new Date(now - source.hoursAgo * 3_600_000).toISOString();
  return source.as === 'day' ? time.slice(0, 'yyyy-mm-dd'.length) : time;
}

function pickMembers(item: unknown, names: unknown): string {
  const members = item as Readonly<Record<string, unknown>>;
  const wanted: readonly string[] = Array.isArray(names) ? names : [];
  return toJson(Object.fromEntries(wanted.map((name) => [name, members[name]])));
}
