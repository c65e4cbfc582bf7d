// A long JSON document read while it arrives. Nearly all of a long answer is one list of objects that begin with the same
// member; those that came whole are parsed as a list of their own. So the text is never in memory as a whole, the items
// are looked at while they are in the processor's caches, and the event loop does not stand still for them. Where that
// does not work out, the rest is read in one go when all has come.

import type { Document } from './protocol.ts';
import type { Schema } from './schema.ts';

/** How texts are read. Both throw for what is not JSON or does not fit. */
export interface JsonTexts {
  whole(schema: Schema, body: Uint8Array): Document;
  items(list: Schema, text: string): readonly unknown[];
  /** True for a document that is better read as a whole; it begins so. */
  isForWhole(beginning: Uint8Array): boolean;
}

/** So many bytes are waited for, if they come in smaller pieces. */
const usualPace = 32 * 1024;
/** So many bytes are taken at a time, if they come in longer pieces. */
const longest = 64 * 1024;
/** Room for what is taken at a time and for the beginning of an item before it. */
const usualSize = 128 * 1024;

const comma = 0x2c;
const openBracket = 0x5b;
const closeBracket = 0x5d;

export class JsonReading {
  readonly #schema: Schema;
  readonly #texts: JsonTexts;
  readonly #pace: number;
  /** What came and is not read yet; it begins with a bracket once the list is open. */
  #window = Buffer.allocUnsafeSlow(usualSize);
  #length = 0;
  #list: OpenList | undefined;
  readonly #items: unknown[] = [];
  /** It is not worth trying before so many bytes are there. */
  #wanted: number;
  /** What came behind the window; undefined while items are read. */
  #rest: Uint8Array[] | undefined;

  constructor(schema: Schema, texts: JsonTexts, pace = usualPace) {
    this.#schema = schema;
    this.#texts = texts;
    this.#pace = pace;
    this.#wanted = pace;
  }

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at += longest) {
      this.#take(chunk.subarray(at, at + longest));
    }
  }

  #take(chunk: Uint8Array): void {
    if (this.#rest !== undefined) {
      this.#rest.push(Uint8Array.prototype.slice.call(chunk));
      return;
    }
    this.#append(chunk);
    if (this.#length < this.#wanted) return;
    const list = this.#list ?? this.#open();
    if (list === undefined || !this.#readItems(list)) this.#rest = [];
  }

  /** The output, when all has come. Throws for a text that is not JSON or does not fit the schema. */
  finish(): Document {
    const came = [this.#window.subarray(0, this.#length), ...(this.#rest ?? [])];
    if (this.#list === undefined) return this.#texts.whole(this.#schema, joined(came));
    const { head, name } = this.#list;
    came[0] = this.#window.subarray(1, this.#length);
    const output = this.#texts.whole(this.#schema, joined([head, mark, ...came]));
    const list = output[name];
    // Of two members of one name the last counts, and then the items are of the first.
    if (!Array.isArray(list) || list[0] !== null) return output;
    for (let i = 1; i < list.length; i++) this.#items.push(list[i]);
    return { ...output, [name]: this.#items };
  }

  #append(chunk: Uint8Array): void {
    const length = this.#length + chunk.length;
    if (length > this.#window.length) {
      const larger = Buffer.allocUnsafeSlow(2 * length);
      larger.set(this.#window.subarray(0, this.#length));
      this.#window = larger;
    }
    this.#window.set(chunk, this.#length);
    this.#length = length;
  }

  #open(): OpenList | undefined {
    const came = this.#window.subarray(0, this.#length);
    const list = this.#texts.isForWhole(came) ? undefined : findList(this.#schema, came);
    if (list === undefined) return undefined;
    this.#list = list;
    this.#dropUpTo(list.head.length - 1);
    return list;
  }

  /** False for what is not to be read so. If it is faulty, that shows again at the end, where it can be told. */
  #readItems({ schema, border }: OpenList): boolean {
    const window = this.#window;
    const end = window.subarray(0, this.#length).lastIndexOf(border) + 1;
    this.#wanted = end > 0 ? this.#pace : 2 * this.#length;
    if (end === 0) return true;
    window[end] = closeBracket;
    const text = window.toString('utf8', 0, end + 1);
    window[end] = comma;
    try {
      for (const item of this.#texts.items(schema, text)) this.#items.push(item);
    } catch {
      return false;
    }
    window[end] = openBracket;
    this.#dropUpTo(end);
    return true;
  }

  #dropUpTo(start: number): void {
    this.#window.copyWithin(0, start, this.#length);
    this.#length -= start;
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  const whole = new Uint8Array(Buffer.allocUnsafeSlow(size).buffer);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Stands for the items that were read. */
const mark = Buffer.from('null,');

/** The list a document begins with. */
interface OpenList {
  /** What comes before its items, with the bracket. */
  readonly head: Uint8Array;
  /** The member it is in the output. */
  readonly name: string;
  readonly schema: Schema;
  /** What stands between two items: the end of one, and the beginning of the next. */
  readonly border: Buffer;
}

/** The first list of objects, if it is a member that the model knows. */
function findList(schema: Schema, came: Buffer): OpenList | undefined {
  const start = came.indexOf('[{"') + 1;
  const nameEnd = came.indexOf('"', start + 2);
  const wireName =
    start > 0 && nameEnd > 0 ? openMember(came.toString('utf8', 0, start)) : undefined;
  for (const [name, member] of schema.members) {
    const { location, locationName = name } = member.traits;
    if (locationName !== wireName || location !== undefined || member.type !== 'list') continue;
    const head = Uint8Array.prototype.slice.call(came, 0, start);
    const border = Buffer.concat([Buffer.from('},'), came.subarray(start, nameEnd + 1)]);
    return { head, name, schema: member, border };
  }
  return undefined;
}

/** The member of the outermost object whose list is open at the end of the text. */
function openMember(text: string): string | undefined {
  try {
    const entries = Object.entries(JSON.parse(`${text}]}`));
    const [name, value] = entries.at(-1) ?? [];
    return Array.isArray(value) && value.length === 0 ? name : undefined;
  } catch {
    return undefined;
  }
}
