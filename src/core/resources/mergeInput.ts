// An operation's input made of two, as boto3 merges what a declaration says with what a caller adds.

import type { Document } from '../protocols/protocol.ts';

/** Lists are joined, structures merged, and of two other values the second one counts. */
export function mergeInput(one: Document, other: Document): Document {
  const merged: Record<string, unknown> = { ...one };
  for (const [name, value] of Object.entries(other)) merged[name] = mergeValue(merged[name], value);
  return merged;
}

/**
 * A caller's filter over a declaration's parameters. A list of structures, such as `Filters`, is added to; any other list is a
 * default that the caller's replaces, so that `Owners: ['amazon']` does not ask for one's own images too.
 */
export function narrowInput(declared: Document, filter: Document): Document {
  const replaced = Object.keys(filter).filter((name) => isPlainList(declared[name]));
  const kept = Object.entries(declared).filter(([name]) => !replaced.includes(name));
  return mergeInput(Object.fromEntries(kept), filter);
}

function isPlainList(value: unknown): boolean {
  return Array.isArray(value) && !value.some(isPlain);
}

function mergeValue(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  return isPlain(one) && isPlain(other) ? mergeInput(one, other) : other;
}

/** Dates, bytes and streams are values and not structures. */
function isPlain(value: unknown): value is Document {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
