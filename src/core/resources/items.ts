// The rows of a list: an output's items with the identifiers of each. Paths are compiled once a declaration, and what is
// the same for all rows of a page is worked out once a page.

import type { ItemRule } from './kind.ts';
import { compileList, compilePath, type ReadPath } from './paths.ts';
import { fill, type Source, type SourceContext, sourcesIn } from './sources.ts';
import { compileText } from './texts.ts';

export type Identifiers = Readonly<Record<string, string>>;

export interface Row {
  readonly identifiers: Identifiers;
  /** An object, or the plain text that some operations list. */
  readonly item: unknown;
}

/** Reads the rows of one kind; `context` is what the sources of identifiers read from. */
export function readRows(rule: ItemRule, output: unknown, context: SourceContext): readonly Row[] {
  const { list, byPath, bySource } = compileItem(rule);
  const fixed: Record<string, string> = {};
  for (const [name, source] of bySource) {
    if (!needsItem(source)) fixed[name] = toIdentifier(fill(source, context));
  }
  const picked = bySource.filter(([, source]) => needsItem(source));
  const rows = list(output).map((item) => {
    const identifiers = { ...fixed };
    for (const [name, read] of byPath) identifiers[name] = toIdentifier(read(item));
    for (const [name, source] of picked) {
      identifiers[name] = toIdentifier(fill(source, { ...context, item }));
    }
    return { identifiers, item };
  });
  return chosenRows(rows, rule, context);
}

/** Every source that reading a list's rows may ask. */
export function sourcesOfItem(rule: ItemRule): readonly Source[] {
  const { identifiers, except = {}, only = {} } = rule;
  const rules = [identifiers, except, only].flatMap((one) => Object.values(one));
  return rules.flatMap((one) => (typeof one === 'string' ? [] : sourcesIn(one)));
}

interface CompiledItem {
  readonly list: (output: unknown) => readonly unknown[];
  readonly byPath: readonly (readonly [string, ReadPath])[];
  readonly bySource: readonly (readonly [string, Source])[];
}

const compiledItems = new WeakMap<ItemRule, CompiledItem>();

function compileItem(rule: ItemRule): CompiledItem {
  const known = compiledItems.get(rule);
  if (known) return known;
  const entries = Object.entries(rule.identifiers);
  const compiled: CompiledItem = {
    list: compileList(rule.path),
    byPath: entries.flatMap(([name, from]) =>
      typeof from === 'string' ? [[name, compileIdentifier(from)] as const] : [],
    ),
    bySource: entries.flatMap(([name, from]) =>
      typeof from === 'string' ? [] : [[name, from] as const],
    ),
  };
  compiledItems.set(rule, compiled);
  return compiled;
}

/** A path in an item, or a template over its members. */
export function compileIdentifier(from: string): ReadPath {
  if (!from.includes('{')) return compilePath(from);
  const read = compileText(from);
  return (item) => read({ attributes: item, identifiers: {} });
}

function needsItem(source: Source): boolean {
  return source.from === 'pick';
}

function toIdentifier(value: unknown): string {
  return String(value ?? '');
}

function chosenRows(rows: readonly Row[], { except, only }: ItemRule, context: SourceContext) {
  if (!except && !only) return rows;
  const excepted = filledEntries(except, context);
  const wanted = filledEntries(only, context);
  return rows.filter(
    ({ identifiers }) =>
      !excepted.some(([name, value]) => identifiers[name] === value) &&
      wanted.every(([name, value]) => identifiers[name] === value),
  );
}

function filledEntries(rules: Readonly<Record<string, Source>> = {}, context: SourceContext) {
  return Object.entries(rules).map(([name, source]) => [name, fill(source, context)] as const);
}
