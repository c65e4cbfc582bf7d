// The resources that a document names: the answer of an action, or the attributes of a resource. As in boto3, an
// identifier that is a list gives one resource for each of its values.

import { type Document, isDocument } from '../protocols/protocol.ts';
import { compileIdentifier, type Identifiers } from './items.ts';
import type { ResultRule } from './kind.ts';
import { compileList } from './paths.ts';
import { fill, type Source, type SourceContext } from './sources.ts';

export interface ResultRow {
  readonly identifiers: Identifiers;
  /** Only where the rule has a path: what else is in the document is no attribute of the resource. */
  readonly attributes?: Document;
}

/** Those whose identifiers are all there; `context` is what the sources of identifiers read from. */
export function readResult(
  rule: ResultRule,
  document: unknown,
  context: SourceContext,
): readonly ResultRow[] {
  const items = rule.path === undefined ? [document] : compileList(rule.path)(document);
  return items.flatMap((item) => {
    const found = Object.entries(rule.identifiers).map(
      ([name, from]) => [name, valuesOf(from, item, context)] as const,
    );
    const attributes = rule.path !== undefined && isDocument(item) ? { attributes: item } : {};
    return rowsOf(found).map((identifiers) => ({ identifiers, ...attributes }));
  });
}

/** One value for all rows, or a list with one for each. */
type Values = string | undefined | readonly (string | undefined)[];

function valuesOf(from: string | Source, item: unknown, context: SourceContext): Values {
  const value =
    typeof from === 'string' ? compileIdentifier(from)(item) : fill(from, { ...context, item });
  return Array.isArray(value) ? value.map(toIdentifier) : toIdentifier(value);
}

function toIdentifier(value: unknown): string | undefined {
  return value === undefined || value === null || value === '' ? undefined : String(value);
}

function rowsOf(found: readonly (readonly [string, Values])[]): readonly Identifiers[] {
  const lists = found.flatMap(([, values]) => (Array.isArray(values) ? [values.length] : []));
  const count = lists.length > 0 ? Math.min(...lists) : 1;
  return Array.from({ length: count }, (_, at) => rowAt(found, at)).filter((row) => row !== null);
}

function rowAt(found: readonly (readonly [string, Values])[], at: number): Identifiers | null {
  const row: Record<string, string> = {};
  for (const [name, values] of found) {
    const value = typeof values === 'object' ? values[at] : values;
    if (value === undefined) return null;
    row[name] = value;
  }
  return row;
}
