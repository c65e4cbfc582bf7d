// Takes the secrets out of a value before a person or a log sees it. The value is walked by its shape; what holds no
// secret is neither walked nor copied, and the keys of maps stay.

import type { ShapePlace } from './resources/shapes.ts';
import { holdsSecret, secretMembers } from './secrets.ts';

/** The same for all, so that nothing tells how long a secret is. */
export const maskText = '••••••••';

export interface Masked {
  readonly value: unknown;
  /** How many leaves the mask stands for. */
  readonly count: number;
}

/** The value without what is secret in any of the shapes it may have come in. */
export function maskSensitive(places: readonly ShapePlace[], value: unknown): Masked {
  const tally = { count: 0 };
  let masked = value;
  for (const place of places) masked = maskShape(place, masked, tally);
  return { value: masked, count: tally.count };
}

/** A text in which addresses signed by AWS have lost their signatures and tokens. */
export function maskSignatures(text: string): { readonly text: string; readonly count: number } {
  let count = 0;
  const masked = text.replaceAll(signatures, (_, name: string) => {
    count += 1;
    return `${name}${maskText}`;
  });
  return { text: masked, count };
}

/** In an address, in one that is a parameter of another, and with `&` as JSON or XML may write it. */
const signatures =
  /((?:[?&;]|\\u0026|%3F|%26)(?:X-Amz-Signature|X-Amz-Security-Token|Signature)(?:=|%3D))(?:(?!%26)[^&"'\\\s#<>])+/gi;

interface Tally {
  count: number;
}

function maskShape({ service, name, shape }: ShapePlace, value: unknown, tally: Tally): unknown {
  if (value === undefined || value === null || !holdsSecret(service, name)) return value;
  if (shape.sensitive) return maskLeaves(value, tally);
  const maskPart = (part: string, item: unknown) => {
    const target = service.shapes[part];
    return target ? maskShape({ service, name: part, shape: target }, item, tally) : item;
  };
  if (Array.isArray(value)) {
    // Events of a stream come as a list of what the model calls a structure.
    const element = shape.type === 'list' ? shape.member.shape : name;
    return mapList(value, (item) => maskPart(element, item));
  }
  // A path may lead to a list, of which this is one.
  if (shape.type === 'list') return maskPart(shape.member.shape, value);
  if (!isRecord(value)) return value;
  if (shape.type === 'map') return mapRecord(value, (item) => maskPart(shape.value.shape, item));
  if (shape.type !== 'structure') return value;
  const secret = secretMembers(service, name, shape);
  return mapRecord(value, (item, member) => {
    const secrecy = secret.get(member);
    if (secrecy === undefined) return item;
    if (secrecy === 'all') return maskLeaves(item, tally);
    if (secrecy === 'values') return maskVariables(item, tally);
    return maskPart(shape.members[member]?.shape ?? '', item);
  });
}

/** `{ "KEY": "secret" }` and `[{ "name": "KEY", "value": "secret" }]`. */
function maskVariables(value: unknown, tally: Tally): unknown {
  if (!Array.isArray(value)) return maskLeaves(value, tally);
  return mapList(value, (item) =>
    isRecord(item)
      ? mapRecord(item, (part, member) =>
          /^value$/i.test(member) ? maskLeaves(part, tally) : part,
        )
      : maskLeaves(item, tally),
  );
}

function maskLeaves(value: unknown, tally: Tally): unknown {
  if (value === undefined || value === null || value === maskText) return value;
  if (Array.isArray(value)) return mapList(value, (item) => maskLeaves(item, tally));
  if (isRecord(value)) return mapRecord(value, (item) => maskLeaves(item, tally));
  tally.count += 1;
  return maskText;
}

type Values = Readonly<Record<string, unknown>>;

/** Not bytes, dates and streams. */
function isRecord(value: unknown): value is Values {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The list itself where nothing changes. */
function mapList(list: readonly unknown[], change: (item: unknown) => unknown): readonly unknown[] {
  const changed = list.map(change);
  return changed.some((item, i) => item !== list[i]) ? changed : list;
}

/** The record itself where nothing changes. */
function mapRecord(record: Values, change: (item: unknown, key: string) => unknown): Values {
  let isChanged = false;
  const entries = Object.entries(record);
  for (const entry of entries) {
    const [key, item] = entry;
    entry[1] = change(item, key);
    isChanged ||= entry[1] !== item;
  }
  return isChanged ? Object.fromEntries(entries) : record;
}
