// What tells whether two calls of a Client are the same read.

import type { CheckedCall } from '../describeRequest.ts';
import { isPlainRead } from '../readOnly.ts';

/** Undefined for what may change something, and for what one caller alone can take: a stream, a task. */
export function readKey({ service, plan, input }: CheckedCall): string | undefined {
  const streams =
    plan.streamsInput || plan.streamsOutput || plan.sendsEvents || plan.receivesEvents;
  if (streams || !isPlainRead(service.id, plan.name)) return undefined;
  const text = canonicalText(input);
  return text && `${plan.name} ${text}`;
}

/** JSON with sorted names; undefined for what has a value that JSON has not. */
function canonicalText(value: unknown): string | undefined {
  if (Array.isArray(value)) return enclose('[', value.map(canonicalText), ']');
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'bigint' ? undefined : JSON.stringify(value);
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return undefined;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => {
      const text = canonicalText(member);
      return text && `${JSON.stringify(name)}:${text}`;
    });
  return enclose('{', members, '}');
}

function enclose(
  begin: string,
  texts: readonly (string | undefined)[],
  end: string,
): string | undefined {
  return texts.includes(undefined) ? undefined : `${begin}${texts.join(',')}${end}`;
}
