// From an ARN back to the resource it names, by the templates that the kinds of a service declare for theirs.

import { type Arn, dnsSuffix, parseArn } from './arn.ts';
import type { Identifiers } from './items.ts';
import type { Kind, ServiceKinds } from './kind.ts';
import { type Captured, compilePattern, type Pattern } from './patterns.ts';
import { compileText, isTemplate } from './texts.ts';

/** A resource that a text names. */
export interface Location {
  readonly service: string;
  readonly kind: string;
  readonly identifiers: Identifiers;
  /** Absent where the text does not tell. */
  readonly region?: string;
  readonly account?: string;
  readonly partition?: string;
}

/** A location, and how much of the text its template fixes: the more, the better the guess. */
export interface Candidate {
  readonly location: Location;
  readonly weight: number;
}

/** What is known beside the text, or read from it. */
export interface KnownFacts {
  readonly partition?: string;
  readonly region?: string;
  readonly account?: string;
}

/** What the kinds of a service make of an ARN; only one kind where `kind` is given. */
export function readArn(kinds: ServiceKinds, arnText: string, kind?: string): readonly Candidate[] {
  const rules = arnRules(kinds).get(serviceIn(arnText));
  if (!rules) return [];
  // CloudWatch Logs writes the ARN of a group as that of all in it.
  const text = arnText.replace(/:\*$/, '');
  const arn = parseArn(text);
  if (!arn) return [];
  return rules.flatMap((rule) => {
    if (kind !== undefined && rule.name !== kind) return [];
    const read = readFields(rule, arn);
    const found = read && { ...read, values: { ...rule.implied, ...read.values } };
    const identifiers =
      found && wholeIdentifiers(kinds, rule.kind, found, { facts: arn, arn: text });
    if (!identifiers) return [];
    return [{ location: locationOf(kinds, rule.name, identifiers, arn), weight: rule.weight }];
  });
}

/** What stands in the place of the service: a document may have thousands of ARNs, and most kinds have none of them. */
function serviceIn(arnText: string): string {
  const start = arnText.indexOf(':', 'arn:'.length) + 1;
  return arnText.slice(start, arnText.indexOf(':', start));
}

/** The template a kind's ARNs are read by; absent where none is declared. */
export function arnTemplate({ arn, arnPattern }: Kind): string | undefined {
  return arnPattern ?? (arn !== undefined && isTemplate(arn) ? arn : undefined);
}

interface ArnRule {
  readonly name: string;
  readonly kind: Kind;
  readonly service: string;
  /** Of the region and the account. */
  readonly slots: readonly string[];
  readonly resource: Pattern;
  readonly weight: number;
  /** What is not in ARNs of this form. */
  readonly implied?: Identifiers | undefined;
}

/** By what stands for the service in their ARNs. */
type ArnRules = ReadonlyMap<string, readonly ArnRule[]>;

const compiledRules = new WeakMap<ServiceKinds, ArnRules>();

function arnRules(kinds: ServiceKinds): ArnRules {
  const known = compiledRules.get(kinds);
  if (known) return known;
  const all = Object.entries(kinds.kinds).flatMap(([name, kind]) => {
    const template = arnTemplate(kind);
    if (template === undefined) return [];
    const { implied } = kind;
    const short = implied && shorten(template, Object.keys(implied));
    return [
      compileRule(name, kind, template),
      ...(short === undefined ? [] : [{ ...compileRule(name, kind, short), implied }]),
    ];
  });
  const rules = Map.groupBy(all, ({ service }) => service);
  compiledRules.set(kinds, rules);
  return rules;
}

function shorten(template: string, names: readonly string[]): string {
  return names.reduce((text, name) => text.replace(`{${name}}/`, ''), template);
}

function compileRule(name: string, kind: Kind, template: string): ArnRule {
  const [, , service = '', region = '', account = '', ...rest] = template.split(':');
  const resource = compilePattern(rest.join(':'));
  const slots = [region, account];
  const fixed = [service, ...slots].filter((slot) => !isTemplate(slot)).join('').length;
  return { name, kind, service, slots, resource, weight: fixed + resource.weight };
}

function readFields({ slots, resource }: ArnRule, arn: Arn): Captured | undefined {
  const [region = '', account = ''] = slots;
  const isFitting = fits(region, arn.region) && fits(account, arn.account);
  const found = isFitting ? resource.read(arn.resource) : undefined;
  if (!found) return undefined;
  const values = {
    ...found.values,
    ...slotField(region, arn.region),
    ...slotField(account, arn.account),
  };
  return { ...found, values };
}

/** An identifier in the place of the region or the account: the owner of a domain. */
function slotField(slot: string, found: string): Readonly<Record<string, string>> {
  return isTemplate(slot) && found !== '' ? { [slot.slice(1, -1)]: found } : {};
}

/** AWS writes some ARNs with a region or account and without: snapshots of one's own and public ones. */
function fits(slot: string, found: string): boolean {
  return slot === '' || isTemplate(slot) || slot === found;
}

/** Where the fields come from that a template gave. */
export interface ReadFrom {
  readonly facts: KnownFacts;
  /** The whole text, if it is an ARN: kinds that are identified by theirs take it. */
  readonly arn?: string;
  /** The whole text, if it is an address: an identifier that is one ends as it does. */
  readonly tailOf?: string;
}

/** All identifiers of a kind; `undefined` where one cannot be told. */
export function wholeIdentifiers(
  kinds: ServiceKinds,
  kind: Kind,
  found: Captured,
  from: ReadFrom,
): Identifiers | undefined {
  const identifiers: Record<string, string> = {};
  for (const name of kind.identifiers) {
    const isArn = name === kind.arn && from.arn !== undefined;
    const value = isArn ? from.arn : (found.values[name] ?? expand(kinds, kind, name, found, from));
    if (value === undefined) return undefined;
    identifiers[name] = value;
  }
  return identifiers;
}

/** An identifier of which only the last part is known: an address, or the ARN of a kind with that identifier. */
function expand(
  kinds: ServiceKinds,
  kind: Kind,
  name: string,
  { tails }: Captured,
  { facts, tailOf }: ReadFrom,
): string | undefined {
  if (tails[name] === undefined) return undefined;
  const isAddress = kind.urls?.some((url) => url.includes(`{${name}|last}`));
  if (tailOf !== undefined && isAddress) return tailOf;
  const template = wholeTemplate(kinds, name);
  if (template === undefined) return undefined;
  const { partition = 'aws', region, account } = facts;
  const known = { partition, region, account: account || undefined, dns: dnsSuffix(partition) };
  return compileText(template)({ attributes: undefined, identifiers: tails, facts: known });
}

/** The template of an identifier that is an address or an ARN, with its last part as the field `{name|last}`. */
export function wholeTemplate({ kinds }: ServiceKinds, name: string): string | undefined {
  const field = `{${name}|last}`;
  const all = Object.values(kinds);
  const addresses = all.flatMap(({ urls = [], identifiers }) =>
    identifiers.includes(name) ? urls : [],
  );
  const arns = all.flatMap(({ arn, arnPattern = '' }) => {
    const hasOneGap = arnPattern.split('{*}').length === 2;
    return arn === name ? [hasOneGap ? arnPattern.replace('{*}', field) : arnPattern] : [];
  });
  return [...addresses, ...arns].find((template) => template.includes(field));
}

/** Empty facts are those an ARN leaves out. */
export function locationOf(
  { service }: ServiceKinds,
  kind: string,
  identifiers: Identifiers,
  { partition, region, account }: KnownFacts,
): Location {
  return {
    service,
    kind,
    identifiers,
    ...(partition && { partition }),
    ...(region && { region }),
    ...(account && { account }),
  };
}
