// The rows of a list: an output's items with the identifiers of each. Paths are compiled once a declaration, and what is
// the same for all rows of a page is worked out once a page.

import type { ItemRule } from './kind.ts';
import { compileList, compilePath, type ReadPath } from './paths.ts';
import { fill, type Source, type SourceContext, sourcesIn } from './sources.ts';
import { compileText } from './texts.ts';

export type Identifiers = Readonly<Record<string, string>>;

/** `item` is an object, or the plain text that some operations list. */
export type MakeRow<Made> = (identifiers: Identifiers, item: unknown) => Made;

/** Makes something of each row of one kind; `context` is what the sources of identifiers read from. */
export function readRows<Made>(
  rule: ItemRule,
  output: unknown,
  context: SourceContext,
  make: MakeRow<Made>,
): Made[] {
  const { list, byItem, byPage } = compileItem(rule);
  const fixed: Record<string, string> = {};
  for (const [name, source] of byPage) fixed[name] = toIdentifier(fill(source, context));
  const isChosen = chooser(rule, context);
  const identify = (item: unknown): Identifiers => {
    const identifiers = { ...fixed };
    // An iterator would cost more memory than the identifiers.
    for (let at = 0; at < byItem.length; at += 1) byItem[at]?.(identifiers, item, context);
    return identifiers;
  };
  if (!isChosen) return list(output).map((item) => make(identify(item), item));
  return list(output).flatMap((item) => {
    const identifiers = identify(item);
    return isChosen(identifiers) ? [make(identifiers, item)] : [];
  });
}

/** Every source that reading a list's rows may ask. */
export function sourcesOfItem(rule: ItemRule): readonly Source[] {
  const { identifiers, except = {}, only = {} } = rule;
  const rules = [identifiers, except, only].flatMap((one) => Object.values(one));
  return rules.flatMap((one) => (typeof one === 'string' ? [] : sourcesIn(one)));
}

/** Reads one identifier of an item. */
type ReadIdentifier = (
  identifiers: Record<string, string>,
  item: unknown,
  context: SourceContext,
) => void;

interface CompiledItem {
  readonly list: (output: unknown) => readonly unknown[];
  /** For identifiers that each item has its own of. */
  readonly byItem: readonly ReadIdentifier[];
  /** For those that are the same in a whole page. */
  readonly byPage: readonly (readonly [string, Source])[];
}

const compiledItems = new WeakMap<ItemRule, CompiledItem>();

function compileItem(rule: ItemRule): CompiledItem {
  const known = compiledItems.get(rule);
  if (known) return known;
  const byItem: ReadIdentifier[] = [];
  const byPage: [string, Source][] = [];
  for (const [name, from] of Object.entries(rule.identifiers)) {
    if (typeof from === 'string') byItem.push(byPath(name, from));
    else if (needsItem(from)) byItem.push(bySource(name, from));
    else byPage.push([name, from]);
  }
  const compiled = { list: compileList(rule.path), byItem, byPage };
  compiledItems.set(rule, compiled);
  return compiled;
}

function byPath(name: string, path: string): ReadIdentifier {
  const read = compileIdentifier(path);
  return (identifiers, item) => {
    identifiers[name] = toIdentifier(read(item));
  };
}

function bySource(name: string, source: Source): ReadIdentifier {
  return (identifiers, item, context) => {
    identifiers[name] = toIdentifier(fill(source, { ...context, item }));
  };
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
  return typeof value === 'string' ? value : String(value ?? '');
}

/** Tells rows that belong to the list; `undefined` where all do. */
function chooser({ except, only }: ItemRule, context: SourceContext) {
  if (!except && !only) return undefined;
  const excepted = filledEntries(except, context);
  const wanted = filledEntries(only, context);
  return (identifiers: Identifiers) =>
    !excepted.some(([name, value]) => identifiers[name] === value) &&
    wanted.every(([name, value]) => identifiers[name] === value);
}

function filledEntries(rules: Readonly<Record<string, Source>> = {}, context: SourceContext) {
  return Object.entries(rules).map(([name, source]) => [name, fill(source, context)] as const);
}
