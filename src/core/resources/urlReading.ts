// From an address back to the resource it names: the console's, and those a kind declares beside it (`s3://...`). People
// paste the console's addresses with other tabs open and more parameters, so those are read part by part.

import { consoleOf } from './arn.ts';
import { type Candidate, type KnownFacts, locationOf, wholeIdentifiers } from './arnReading.ts';
import type { Kind, ServiceKinds } from './kind.ts';
import { type Captured, compilePattern, type Pattern } from './patterns.ts';

/** What the kinds of a service make of an address. */
export function readUrl(
  kinds: ServiceKinds,
  text: string,
  known: KnownFacts,
): readonly Candidate[] {
  return urlRules(kinds).flatMap(({ name, kind, read }) => {
    const found = read(text);
    if (!found) return [];
    const facts = { ...known, ...factsIn(found.values) };
    const identifiers = wholeIdentifiers(kinds, kind, found, { facts, tailOf: text });
    if (!identifiers) return [];
    return [{ location: locationOf(kinds, name, identifiers, facts), weight: found.weight }];
  });
}

interface Found extends Captured {
  readonly weight: number;
}

interface UrlRule {
  readonly name: string;
  readonly kind: Kind;
  readonly read: (text: string) => Found | undefined;
}

const compiledRules = new WeakMap<ServiceKinds, readonly UrlRule[]>();

function urlRules(kinds: ServiceKinds): readonly UrlRule[] {
  const known = compiledRules.get(kinds);
  if (known) return known;
  const rules = Object.entries(kinds.kinds).flatMap(([name, kind]) => {
    const reads = (kind.urls ?? []).map(compileAddress);
    if (kind.consoleUrl?.startsWith('{c}')) reads.push(compileConsole(kind.consoleUrl));
    return reads.map((read) => ({ name, kind, read }));
  });
  compiledRules.set(kinds, rules);
  return rules;
}

/** An address as a whole. Those of the web are escaped; others, as `s3://`, are plain text. */
function compileAddress(template: string): UrlRule['read'] {
  const isWeb = template.startsWith('http');
  const [, host = ''] = /^https?:\/\/([^/]*)/.exec(template) ?? [];
  const pattern = compilePattern(template, {
    ...(isWeb && { filter: 'url', tail: '(?:[?#].*)?' }),
    fieldPattern: (name) =>
      factPatterns[name] ?? (host.includes(`{${name}`) ? '[^/?#]+?' : undefined),
  });
  return (text) => found(pattern, text);
}

const factPatterns: Readonly<Record<string, string>> = {
  partition: '[a-z-]+',
  region: '[a-z]{2}(?:-[a-z]+)+-\\d+',
  account: '\\d{12}',
  dns: '[a-z.]+',
};

/** The template of a console's address: its path and what is after the `#` have to fit, and the parameters it reads. */
function compileConsole(template: string): UrlRule['read'] {
  const [before = '', fragment] = template.slice('{c}'.length).split('#', 2);
  const [path = '', query = ''] = before.split('?', 2);
  const readPath = compilePart(path, fragment === undefined ? '(?:/.*)?' : '/?');
  const readFragment = fragment === undefined ? undefined : compilePart(fragment);
  const parameters = splitQuery(query).map(
    ([name, value]) => [name, compilePart(value, '')] as const,
  );
  return (text) => {
    const address = consoleOf(text);
    if (!address) return undefined;
    const parts: (Found | undefined)[] = [found(readPath, address.path)];
    if (readFragment) parts.push(found(readFragment, address.fragment));
    for (const [name, pattern] of parameters) {
      parts.push(readParameter(pattern, name, address.parameters.get(name)));
    }
    return joinFound(parts, { ...address.facts });
  };
}

function compilePart(template: string, tail?: string): Pattern {
  const isRaw = /\|raw\}[^{}]*$/.test(template);
  return compilePattern(template, {
    filter: 'url',
    fieldPattern: () => (isRaw ? undefined : '[^/?#&;]+?'),
    tail: tail ?? (isRaw ? '(?:[?&;].*)?' : '(?:[/?&;].*)?'),
  });
}

/** A parameter that only says how to show the thing may be another one, or absent; so may the region. */
function readParameter(
  pattern: Pattern,
  name: string,
  value: string | undefined,
): Found | undefined {
  const read = value === undefined ? undefined : found(pattern, value);
  const isNeeded = pattern.fields.some((field) => field !== 'region');
  return read ? { ...read, weight: read.weight + name.length } : isNeeded ? undefined : nothing;
}

const nothing: Found = { values: {}, tails: {}, weight: 0 };

function found(pattern: Pattern, text: string): Found | undefined {
  const read = pattern.read(text);
  return read && { ...read, weight: pattern.weight };
}

function joinFound(
  parts: readonly (Found | undefined)[],
  facts: Readonly<Record<string, string>>,
): Found | undefined {
  let all: Found = { ...nothing, values: facts };
  for (const part of parts) {
    if (!part) return undefined;
    all = {
      values: { ...all.values, ...part.values },
      tails: { ...all.tails, ...part.tails },
      weight: all.weight + part.weight,
    };
  }
  return all;
}

function splitQuery(query: string): readonly (readonly [string, string])[] {
  return query.split('&').flatMap((one) => {
    const [name = '', ...value] = one.split('=');
    return name === '' ? [] : [[name, value.join('=')] as const];
  });
}

function factsIn(values: Readonly<Record<string, string>>): KnownFacts {
  const names = ['partition', 'region', 'account'].filter((name) => values[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}
