// What a describe operation's answer holds of a resource.

import { type Document, isDocument } from '../protocols/protocol.ts';
import type { Identifiers } from './items.ts';
import type { LoadRule } from './kind.ts';
import { compileList, compilePath } from './paths.ts';
import type { Source } from './sources.ts';

/** The attributes in a describe operation's output; `undefined` where the resource is not in it. */
export function findLoaded(
  rule: LoadRule,
  output: Document,
  identifiers: Identifiers,
): Document | undefined {
  const found = findDescribed(rule, output, identifiers);
  if (!found || !rule.listedAs) return found;
  const listed = Object.entries(rule.listedAs).map(
    ([name, path]) => [name, compilePath(path)(found)] as const,
  );
  return { ...Object.fromEntries(listed.filter(([, value]) => value !== undefined)), ...found };
}

function findDescribed(
  rule: LoadRule,
  output: Document,
  identifiers: Identifiers,
): Document | undefined {
  const path = rule.path ?? '@';
  if (!rule.match) {
    const found = compilePath(path)(output);
    return isDocument(found) ? { ...found, ...membersOf(output, rule.beside) } : undefined;
  }
  const members = Object.entries(rule.match).map(
    ([identifier, member]) => [identifiers[identifier], compilePath(member)] as const,
  );
  const rows = compileList(path)(output).filter(isDocument);
  return rows.find((row) => members.every(([value, read]) => String(read(row)) === value));
}

function membersOf(output: Document, names: readonly string[] = []): Document {
  return Object.fromEntries(
    names.flatMap((name) => (name in output ? [[name, output[name]]] : [])),
  );
}

/** True if a source names an attribute that is not there. */
export function needsLoad(sources: readonly Source[], attributes: unknown): boolean {
  return sources.some(
    (source) => source.from === 'data' && isAbsent(compilePath(source.path)(attributes)),
  );
}

function isAbsent(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
