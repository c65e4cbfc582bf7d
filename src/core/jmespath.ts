// JMESPath for tokens, waiters and endpoint parameters. Most expressions AWS uses are one name, so those skip the library.

import { compile, TreeInterpreter } from '@jmespath-community/jmespath';

export type Search = (value: unknown) => unknown;

const compiled = new Map<string, Search>();

/** The function an expression stands for; made once for each. Gives `null` for what is not there. */
export function jmespath(expression: string): Search {
  let search = compiled.get(expression);
  if (!search) {
    search = compileSearch(expression);
    compiled.set(expression, search);
  }
  return search;
}

function compileSearch(expression: string): Search {
  if (/^[A-Za-z_]\w*$/.test(expression)) {
    return (value) => (isRecord(value) ? (value[expression] ?? null) : null);
  }
  const tree = compile(expression);
  return (value) => TreeInterpreter.search(tree, value as Searched) ?? null;
}

// The library's type allows plain JSON only; dates and bytes pass through it untouched.
type Searched = Parameters<typeof TreeInterpreter.search>[1];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
