// A piece of markup between two values, such as `</id>\n  <name>`, kept to be recognized by its bytes, together with
// what going over it does. Answers repeat the same few pieces thousands of times; comparing costs a fraction of reading tags.

import { BytePattern } from './bytePattern.ts';

/** What going over the markup does. */
export interface MarkupEffect<Target> {
  /** The name of the leaf whose end tag it begins with, if it does. */
  readonly leaves: string | undefined;
  /** The name of the element it enters; undefined when it closes one instead. */
  readonly enters: string | undefined;
  /** The name of the element around, when it leaves that. */
  readonly closes: string | undefined;
  /** True when the element it enters is a leaf. */
  readonly isLeaf: boolean;
  /** True for `<tag/>`. */
  readonly isEmpty: boolean;
  /** What the reader makes of the element entered; undefined when it leaves one. */
  readonly target: Target | undefined;
}

const longest = 512;

export class Markup<Target> implements MarkupEffect<Target> {
  readonly leaves: string | undefined;
  readonly enters: string | undefined;
  readonly closes: string | undefined;
  readonly isLeaf: boolean;
  readonly isEmpty: boolean;
  readonly target: Target | undefined;
  readonly pattern: BytePattern;

  constructor(bytes: Uint8Array, effect: MarkupEffect<Target>) {
    this.leaves = effect.leaves;
    this.enters = effect.enters;
    this.closes = effect.closes;
    this.isLeaf = effect.isLeaf;
    this.isEmpty = effect.isEmpty;
    this.target = effect.target;
    this.pattern = new BytePattern(bytes);
  }

  get length(): number {
    return this.pattern.length;
  }
}

/** The one of the pieces known that is what comes next, the bytes ending at `end`. Those met often move to the front. */
export function findMarkup<Target>(
  known: Markup<Target>[],
  view: DataView,
  at: number,
  end: number,
): Markup<Target> | undefined {
  for (let i = 0; i < known.length; i++) {
    const markup = known[i] as Markup<Target>;
    if (!markup.pattern.isAt(view, at, end)) continue;
    if (i > 0) moveUp(known, i);
    return markup;
  }
  return undefined;
}

function moveUp<T>(list: T[], i: number): void {
  const [before, here] = [list[i - 1] as T, list[i] as T];
  list[i - 1] = here;
  list[i] = before;
}

/** Undefined for bytes that are not worth keeping, or that hold an attribute, which is a value. */
export function learnMarkup<Target>(
  bytes: Uint8Array,
  start: number,
  end: number,
  effect: MarkupEffect<Target>,
): Markup<Target> | undefined {
  if (end - start > longest) return undefined;
  const own = bytes.slice(start, end);
  return own.every(isMarkup) ? new Markup(own, effect) : undefined;
}

const EQUALS = 61;

function isMarkup(code: number): boolean {
  return code !== EQUALS && code < 128 && code > 8;
}
