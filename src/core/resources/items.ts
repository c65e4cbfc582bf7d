// The rows of a list: an output's items with the identifiers of each. Paths are compiled once a declaration, and what is
// the same for all rows of a page is worked out once a page.

import type { ItemRule } from './kind.ts';
import { compileList, compilePath, type ReadPath } from './paths.ts';
import { fill, type Source, type SourceContext, sourcesIn } from './sources.ts';

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
  return withoutExcepted(rows, rule, context);
}

/** Every source that reading a list's rows may ask. */
export function sourcesOfItem(rule: ItemRule): readonly Source[] {
  const rules = [...Object.values(rule.identifiers), ...Object.values(rule.except ?? {})];
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
      typeof from === 'string' ? [[name, compilePath(from)] as const] : [],
    ),
    bySource: entries.flatMap(([name, from]) =>
      typeof from === 'string' ? [] : [[name, from] as const],
    ),
  };
  compiledItems.set(rule, compiled);
  return compiled;
}

function needsItem(source: Source): boolean {
  return source.from === 'pick';
}

function toIdentifier(value: unknown): string {
  return String(value ?? '');
}

function withoutExcepted(rows: readonly Row[], rule: ItemRule, context: SourceContext) {
  if (!rule.except) return rows;
  const excepted = Object.entries(rule.except).map(
    ([name, source]) => [name, fill(source, context)] as const,
  );
  return rows.filter(
    ({ identifiers }) => !excepted.some(([name, value]) => identifiers[name] === value),
  );
}
