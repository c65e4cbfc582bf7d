// A short run of bytes to be recognized again, eight at a time: that costs a fraction of looking at each.

export class BytePattern {
  readonly length: number;
  /** Eight bytes in a number; the last number overlaps the one before. Doubles, because JavaScript has no faster type of that width. */
  readonly #words: Float64Array;
  /** For less than eight bytes. */
  readonly #bytes: Uint8Array;

  /** Of ASCII, which has nothing that would make a number NaN, different from itself. Keeps the bytes. */
  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.#bytes = bytes;
    this.#words = wordsOf(bytes);
  }

  /** What to compare for oneself: little-endian numbers that together cover the bytes. */
  get words(): readonly PatternWord[] {
    const { length } = this;
    const size = length >= 8 ? 8 : length >= 4 ? 4 : 1;
    const view = viewOf(this.#bytes);
    return Array.from({ length: Math.ceil(length / size) }, (_, i) => {
      const offset = Math.min(i * size, length - size);
      return { offset, size, word: wordAt(view, offset, size) };
    });
  }

  /** Never true for other bytes, or where they would go beyond `end`. */
  isAt(view: DataView, at: number, end: number): boolean {
    const { length } = this;
    if (at + length > end) return false;
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

export interface PatternWord {
  /** In bytes. */
  readonly offset: number;
  /** In bytes: a double, an integer or an unsigned byte. */
  readonly size: 8 | 4 | 1;
  readonly word: number;
}

function wordAt(view: DataView, offset: number, size: 8 | 4 | 1): number {
  if (size === 8) return view.getFloat64(offset, true);
  return size === 4 ? view.getInt32(offset, true) : view.getUint8(offset);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function wordsOf(bytes: Uint8Array): Float64Array {
  const count = Math.ceil(bytes.length / 8);
  const words = new Float64Array(count);
  if (bytes.length < 8) return words;
  const view = viewOf(bytes);
  for (let i = 0; i < count; i++) {
    words[i] = view.getFloat64(Math.min(i * 8, bytes.length - 8), true);
  }
  return words;
}
