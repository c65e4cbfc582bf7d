// A piece of markup between two values, such as `</id>\n  <name>`, kept to be recognized by its bytes, together with
// what going over it does. Answers repeat the same few pieces thousands of times; comparing eight bytes at a time costs a
// fraction of reading tags.

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
  readonly length: number;
  /** Its bytes, eight in a number; the last number overlaps the one before. Doubles, because JavaScript has no faster type of that width. */
  readonly #words: Float64Array;
  /** For less than eight bytes. */
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, effect: MarkupEffect<Target>) {
    this.leaves = effect.leaves;
    this.enters = effect.enters;
    this.closes = effect.closes;
    this.isLeaf = effect.isLeaf;
    this.isEmpty = effect.isEmpty;
    this.target = effect.target;
    this.length = bytes.length;
    this.#bytes = bytes;
    this.#words = wordsOf(bytes);
  }

  /** Never true for other bytes: markup has neither zeros nor what would make a number NaN, which differs from itself. */
  isAt(view: DataView, at: number): boolean {
    const { length } = this;
    if (at + length > view.byteLength) return false;
    if (length < 8) return this.#isShortAt(view, at);
    const words = this.#words;
    const last = words.length - 1;
    for (let i = 0; i < last; i++) {
      if (view.getFloat64(at + i * 8, true) !== words[i]) return false;
    }
    return view.getFloat64(at + length - 8, true) === words[last];
  }

  #isShortAt(view: DataView, at: number): boolean {
    const bytes = this.#bytes;
    for (let i = 0; i < bytes.length; i++) {
      if (view.getUint8(at + i) !== bytes[i]) return false;
    }
    return true;
  }
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

function wordsOf(bytes: Uint8Array): Float64Array {
  const count = Math.ceil(bytes.length / 8);
  const words = new Float64Array(count);
  if (bytes.length < 8) return words;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let i = 0; i < count; i++) {
    words[i] = view.getFloat64(Math.min(i * 8, bytes.length - 8), true);
  }
  return words;
}
