// From an ARN back to the resource it names, by the templates that the kinds of a service declare for theirs.

import { type Arn, parseArn } from './arn.ts';
import type { Identifiers } from './items.ts';
import type { Kind, ServiceKinds } from './kind.ts';
import { compilePattern, type Pattern } from './patterns.ts';
import { compileText, fieldsOf, isTemplate } from './texts.ts';

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

/** What the kinds of a service make of an ARN; only one kind where `kind` is given. */
export function readArn(kinds: ServiceKinds, text: string, kind?: string): readonly Candidate[] {
  const arn = parseArn(text);
  if (!arn) return [];
  return arnRules(kinds).flatMap((rule) => {
    if (kind !== undefined && rule.name !== kind) return [];
    const identifiers = readIdentifiers(kinds, rule, arn, text);
    return identifiers
      ? [{ location: locationOf(kinds, rule, identifiers, arn), weight: rule.weight }]
      : [];
  });
}

/** The template a kind's ARNs follow; absent where none is declared. */
export function arnTemplate({ arn, arnPattern }: Kind): string | undefined {
  return arn !== undefined && isTemplate(arn) ? arn : arnPattern;
}

interface ArnRule {
  readonly name: string;
  readonly kind: Kind;
  readonly slots: readonly string[];
  readonly resource: Pattern;
  readonly weight: number;
}

const compiledRules = new WeakMap<ServiceKinds, readonly ArnRule[]>();

function arnRules(kinds: ServiceKinds): readonly ArnRule[] {
  const known = compiledRules.get(kinds);
  if (known) return known;
  const rules = Object.entries(kinds.kinds).flatMap(([name, kind]) => {
    const template = arnTemplate(kind);
    return template === undefined ? [] : [compileRule(name, kind, template)];
  });
  compiledRules.set(kinds, rules);
  return rules;
}

function compileRule(name: string, kind: Kind, template: string): ArnRule {
  const [, , service = '', region = '', account = '', ...rest] = template.split(':');
  const resource = compilePattern(rest.join(':'));
  const slots = [service, region, account];
  const fixed = slots.filter((slot) => !isTemplate(slot)).join('').length;
  return { name, kind, slots, resource, weight: fixed + resource.weight };
}

function readIdentifiers(
  kinds: ServiceKinds,
  { kind, slots, resource }: ArnRule,
  arn: Arn,
  text: string,
): Identifiers | undefined {
  const [service = '', region = '', account = ''] = slots;
  if (service !== arn.service || !fits(region, arn.region) || !fits(account, arn.account)) {
    return undefined;
  }
  const captured = resource.read(arn.resource);
  if (!captured) return undefined;
  // The region or the account may be an identifier by another name: the owner of a domain.
  const values = { [fieldOf(region)]: arn.region, [fieldOf(account)]: arn.account };
  Object.assign(values, captured.values);
  const identifiers: Record<string, string> = {};
  for (const name of kind.identifiers) {
    const tail = captured.tails[name];
    const value =
      name === kind.arn
        ? text
        : (values[name] ?? (tail === undefined ? undefined : expand(kinds, name, tail, arn)));
    if (value === undefined) return undefined;
    identifiers[name] = value;
  }
  return identifiers;
}

function fieldOf(slot: string): string {
  return fieldsOf(slot)[0]?.name ?? '';
}

/** AWS writes some ARNs with a region or account and without: snapshots of one's own and public ones. */
function fits(slot: string, found: string): boolean {
  return slot === '' || isTemplate(slot) || slot === found;
}

/** An identifier of which only the last part is known: the ARN of a kind with that identifier, or an address. */
function expand(kinds: ServiceKinds, name: string, tail: string, arn: Arn): string | undefined {
  const template = wholeTemplate(kinds, name);
  if (template === undefined) return undefined;
  const { partition, region, account } = arn;
  const facts = { partition, region, account, dns: dnsSuffix(partition) };
  return compileText(template)({ attributes: undefined, identifiers: { [name]: tail }, facts });
}

function wholeTemplate({ kinds }: ServiceKinds, name: string): string | undefined {
  const all = Object.values(kinds);
  const addresses = all.flatMap(({ urls = [], identifiers }) =>
    identifiers.includes(name) ? urls : [],
  );
  const arns = all.flatMap(({ arn, arnPattern }) =>
    arn === name && arnPattern ? [arnPattern] : [],
  );
  return [...addresses, ...arns].find((template) => template.includes(`{${name}|last}`));
}

/** The domain that the addresses of a partition's services end in. */
export function dnsSuffix(partition: string): string {
  return partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
}

function locationOf(
  { service }: ServiceKinds,
  { name }: ArnRule,
  identifiers: Identifiers,
  { partition, region, account }: Arn,
): Location {
  return {
    service,
    kind: name,
    identifiers,
    partition,
    ...(region !== '' && { region }),
    ...(account !== '' && { account }),
  };
}
