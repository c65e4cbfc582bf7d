// JMESPath for tokens, waiters and endpoint parameters. Most expressions AWS uses are one name; the first other one loads the
// library.

import type { TreeInterpreter } from '@jmespath-community/jmespath';

export type Search = (value: unknown) => unknown;

const compiled = new Map<string, Search>();

/** The function an expression stands for; made once for each. Gives `null` for what is not there. */
export async function jmespath(expression: string): Promise<Search> {
  const known = compiled.get(expression);
  if (known) return known;
  const search = await compileSearch(expression);
  compiled.set(expression, search);
  return search;
}

async function compileSearch(expression: string): Promise<Search> {
  if (/^[A-Za-z_]\w*$/.test(expression)) {
    return (value) => (isRecord(value) ? (value[expression] ?? null) : null);
  }
  const library = await import('@jmespath-community/jmespath');
  const tree = library.compile(expression);
  return (value) => library.TreeInterpreter.search(tree, value as Searched) ?? null;
}

// The library's type allows plain JSON only; dates and bytes pass through it untouched.
type Searched = Parameters<typeof TreeInterpreter.search>[1];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
