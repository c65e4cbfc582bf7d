// An operation's input made of two, as boto3 merges what a declaration says with what a caller adds.

import type { Document } from '../protocols/protocol.ts';

/** Lists are joined, structures merged, and of two other values the second one counts. */
export function mergeInput(one: Document, other: Document): Document {
  const merged: Record<string, unknown> = { ...one };
  for (const [name, value] of Object.entries(other)) merged[name] = mergeValue(merged[name], value);
  return merged;
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
