// Where a resource leads to: by members that hold ARNs or identifiers, or by all identifiers, some of which a person may
// have to give. boto3 calls these references and sub-resources.

import { ParamValidationError } from '../errors.ts';
import type { Document } from '../protocols/protocol.ts';
import { readArn } from './arnReading.ts';
import type { Identifiers } from './items.ts';
import type { HasRule, LinkRule } from './kind.ts';
import { locate } from './locate.ts';
import { compileList } from './paths.ts';
import { findKind, type Place } from './place.ts';
import { readResult } from './results.ts';
import { data, fill, type Source, type SourceContext, sourcesIn } from './sources.ts';

/** A resource another one leads to, before anything is asked for. */
export interface ReferenceInfo {
  readonly name: string;
  /** The name in words: `Security Groups`. */
  readonly title: string;
  /** Its kind, with the service where that is another one; absent where only its value tells. */
  readonly kind: string | undefined;
  /** The attribute that names it; absent where identifiers alone do. */
  readonly member: string | undefined;
  /** What has to be given. */
  readonly inputs: readonly string[];
  /** True where it may be several. */
  readonly isList: boolean;
}

/** What a reference names, ready to be made a resource. */
export interface Referenced {
  readonly service: string;
  readonly kind: string;
  readonly identifiers: Identifiers;
  readonly attributes?: Document;
  readonly region?: string;
}

export function describeReference(name: string, rule: HasRule): ReferenceInfo {
  const isLink = 'member' in rule;
  const path = isLink ? rule.member : rule.path;
  const paths = [
    path ?? '',
    ...sourcesOf(rule).map((one) => (one.from === 'data' ? one.path : '')),
  ];
  return {
    name,
    title: name.replace(/([a-z\d])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3 $2$4'),
    kind: rule.kind,
    member: isLink ? rule.member : undefined,
    inputs: inputsOf(rule),
    isList: paths.some((one) => one.includes('[]')),
  };
}

/** Everything it reads, so that what is missing can be loaded first. Identifiers are there already. */
export function sourcesOf(rule: HasRule, known: Identifiers = {}): readonly Source[] {
  const sources = Object.values(rule.identifiers ?? {}).flatMap((from) =>
    typeof from !== 'string' ? sourcesIn(from) : hasOwnPath(rule) ? [] : [data(from)],
  );
  const path = 'member' in rule ? rule.member : rule.path;
  const isThere = path === undefined || path === '@' || path in known;
  return isThere ? sources : [...sources, data(path)];
}

/** Throws for what must be given and is not; nothing was sent. */
export function checkInputs(service: string, name: string, rule: HasRule, input: Document): void {
  const missing = inputsOf(rule).filter((one) => !input[one]);
  const faults = missing.map((one) => ({ path: [one], message: 'is required.' }));
  if (faults.length > 0) throw new ParamValidationError({ service, operation: name }, faults);
}

/** What the rule names in these attributes. A text that no declared kind knows gives nothing. */
export function readReference(
  rule: HasRule,
  context: SourceContext,
  place: Place,
): readonly Referenced[] {
  if ('member' in rule) return readLink(rule, context, place);
  const found = findKind(place, rule.kind);
  const { service } = found.place.kinds;
  const rows = readResult(rule, context.attributes, context);
  return rows.map((row) => ({ service, kind: found.name, ...row }));
}

function readLink(rule: LinkRule, context: SourceContext, place: Place): readonly Referenced[] {
  const own = context.identifiers[rule.member];
  const values = own === undefined ? compileList(rule.member)(context.attributes).flat() : [own];
  const texts = new Set(values.map((value) => String(value ?? '')).filter((value) => value !== ''));
  return [...texts].flatMap((text) => readTarget(rule, text, context, place) ?? []);
}

function readTarget(
  { kind: named, identifiers: given = {} }: LinkRule,
  text: string,
  context: SourceContext,
  place: Place,
): Referenced | undefined {
  if (named === undefined) return locate(text, place.services);
  const { place: own, name, kind } = findKind(place, named);
  const [found] = readArn(own.kinds, text, name);
  if (found) return found.location;
  const entries = Object.entries(given).map(([one, source]) => [one, fill(source, context)]);
  if (entries.some(([, value]) => value === undefined)) return undefined;
  const last = kind.identifiers.at(-1) ?? '';
  const identifiers = { ...Object.fromEntries(entries), [last]: text };
  return { service: own.kinds.service, kind: name, identifiers };
}

function inputsOf(rule: HasRule): readonly string[] {
  return sourcesOf(rule).flatMap((source) => (source.from === 'input' ? [source.name] : []));
}

/** Where a path is given, the identifiers' own paths begin at its items. */
function hasOwnPath(rule: HasRule): boolean {
  return 'member' in rule || rule.path !== undefined;
}
