// The small path language of declarations: `State.Name`, `Reservations[].Instances[]`, `Tables[0]`, `@` for the value
// itself. A subset of JMESPath, compiled once to a function, because it is run for every row of every list.

import { KindError } from '../errors.ts';

/** Reads one value out of another; `undefined` where a member is absent. */
export type ReadPath = (root: unknown) => unknown;

/** One step: a member, a flattened list, or an element of a list, the last of which is `-1`. */
export type PathStep =
  | { readonly member: string }
  | { readonly flatten: true }
  | { readonly index: number };

/** A path with `[]` reads a list, which is empty where a member is absent. */
export function compilePath(path: string): ReadPath {
  const steps = parsePath(path);
  const [only] = steps;
  if (steps.length === 0) return (root) => root ?? undefined;
  if (steps.length === 1 && only && 'member' in only) return (root) => memberOf(root, only.member);
  return (root) => readSteps(root, steps, 0);
}

/** As `compilePath`, for a path that means a list; a value that is none is a list of one. */
export function compileList(path: string): (root: unknown) => readonly unknown[] {
  const read = compilePath(path);
  return (root) => {
    const found = read(root);
    return Array.isArray(found) ? found : found === undefined ? [] : [found];
  };
}

const stepPattern = /^(?:([^.[\]]+)|\[(-?\d+|)\])/;

/** The steps of a path; throws a `KindError` for one that cannot be read. */
export function parsePath(path: string): readonly PathStep[] {
  if (path === '@') return [];
  const steps: PathStep[] = [];
  let rest = path;
  while (rest !== '' || steps.length === 0) {
    const match = stepPattern.exec(rest);
    if (!match) throw new KindError([`"${path}" is not a path.`]);
    const [text, member, index] = match;
    if (member !== undefined) steps.push({ member });
    else steps.push(index ? { index: Number(index) } : { flatten: true });
    rest = rest.slice(text.length);
    if (rest.startsWith('.') && rest.length > 1 && rest[1] !== '.') rest = rest.slice(1);
    else if (rest !== '' && rest[0] !== '[') throw new KindError([`"${path}" is not a path.`]);
  }
  return steps;
}

function readSteps(root: unknown, steps: readonly PathStep[], from: number): unknown {
  let value = root;
  for (let at = from; at < steps.length; at += 1) {
    const step = steps[at];
    if (step === undefined) break;
    if ('flatten' in step) return project(value, steps, at + 1);
    value = 'index' in step ? elementOf(value, step.index) : memberOf(value, step.member);
  }
  return value ?? undefined;
}

function project(list: unknown, steps: readonly PathStep[], from: number): readonly unknown[] {
  if (!Array.isArray(list)) return [];
  if (from === steps.length) return list;
  const isDeep = steps.slice(from).some((step) => 'flatten' in step);
  const found: unknown[] = [];
  for (const item of list) {
    const value = readSteps(item, steps, from);
    if (isDeep && Array.isArray(value)) for (const one of value) found.push(one);
    else if (value !== undefined) found.push(value);
  }
  return found;
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name] ?? undefined;
}

function elementOf(value: unknown, index: number): unknown {
  return Array.isArray(value) ? value.at(index) : undefined;
}
