// The part of a made function that reads the text of a leaf: as it mostly is, and otherwise as the reader would.

import { BytePattern } from './bytePattern.ts';
import type { Field } from './xmlFields.ts';
import { LESS, SLASH } from './xmlScan.ts';
import { quote } from './xmlTexts.ts';

/** What a made function is handed, by the names it goes by in the text. */
export class SourceValues {
  readonly all: unknown[] = [];

  name(value: unknown): string {
    return `v${this.all.push(value) - 1}`;
  }

  declarations(): string {
    return this.all.map((_, index) => `const v${index} = values[${index}];`).join('\n');
  }
}

/** Statements that set `value` to what stands at `start`, and `to` to its end, or do `giveUp`. */
export function leafSource(field: Field, values: SourceValues, giveUp: string): string {
  const ways = [usual, constant, digits, fixed, quoted, next];
  const otherwise = anyText(field, values, giveUp);
  return ways.reduceRight((rest, way) => way(field, rest, values), otherwise);
}

/** What reads a value as it mostly is, or else as `otherwise` does; so do the next ones. */
function usual({ habit: { usual } }: Field, otherwise: string, values: SourceValues): string {
  if (usual === undefined) return otherwise;
  return isOr(usual.pattern, usual.text.length, values.name(usual.text), otherwise);
}

function constant({ leaf }: Field, otherwise: string): string {
  const constants = leaf?.constants ?? [];
  return constants.reduceRight(
    (rest, { pattern, length, value }) => isOr(pattern, length, String(value), rest),
    otherwise,
  );
}

function isOr(pattern: BytePattern, length: number, value: string, otherwise: string): string {
  return `if (${isAt(pattern, 'start')}) {
to = start + ${length};
value = ${value};
} else {
${otherwise}
}`;
}

/** Up to 15 are a number that JavaScript has. */
function digits({ leaf }: Field, otherwise: string): string {
  if (leaf?.isInteger !== true) return otherwise;
  return `let number = 0;
for (to = start; to < end; to++) {
const digit = bytes[to] - 48;
if (digit < 0 || digit > 9) break;
number = number * 10 + digit;
}
if (to > start && to <= start + 15 && ${isEndAt('to')}) value = number;
else {
${otherwise}
}`;
}

function fixed({ leaf }: Field, otherwise: string, values: SourceValues): string {
  if (leaf?.fixed === undefined) return otherwise;
  const [short, long] = leaf.fixed.lengths;
  return `to = start + ${long};
if (to >= end || bytes[to] !== ${LESS}) to = start + ${short};
value = undefined;
if (${isEndAt('to')}) value = ${values.name(leaf.fixed)}.read(view, start, to);
if (value === undefined) {
${otherwise}
}`;
}

function quoted({ leaf, habit }: Field, otherwise: string): string {
  if (leaf?.isText !== true || !habit.isUnique || !habit.areQuoted) return otherwise;
  return `value = undefined;
if (${isAt(quote, 'start')}) {
to = plainEnd(view, start + ${quote.length}, end);
if (${isAt(quoteAndEnd, 'to')}) {
to += ${quote.length};
value = texts.quoted(start, to);
}
}
if (value === undefined) {
${otherwise}
}`;
}

/** The texts of lists mostly come in the order they had in the last one, so that they need not be looked for. */
function next({ leaf, habit }: Field, otherwise: string, values: SourceValues): string {
  if (leaf?.isText !== true || habit.isUnique) return otherwise;
  return `if (shared.isNextAt(${values.name(habit)}, start)) {
to = shared.textEnd;
value = shared.text;
} else {
${otherwise}
}`;
}

function anyText(place: Field, values: SourceValues, giveUp: string): string {
  const field = values.name(place);
  return `to = plainEnd(view, start, end);
if (${isEndAt('to')}) {
value = ${plainText(place, values, field)};
} else {
const firstEnd = to;
to = texts.textEnd(firstEnd);
if (to < 0) ${giveUp}
value = ${field}.readText(texts, start, to, to === firstEnd);
}`;
}

function plainText({ leaf, habit }: Field, values: SourceValues, field: string): string {
  if (leaf?.isText !== true) return `${values.name(leaf)}.readPlain(texts, start, to)`;
  if (habit.isUnique) return 'buffer.latin1Slice(start, to)';
  return `${field}.readText(texts, start, to, true)`;
}

const quoteAndEnd = new BytePattern(Buffer.from('&quot;</'));

export function isEndAt(at: string): string {
  return `${at} + 1 < end && bytes[${at}] === ${LESS} && bytes[${at} + 1] === ${SLASH}`;
}

/** Whether the bytes of the pattern stand there. */
export function isAt(pattern: BytePattern, at: string): string {
  const words = pattern.words.map(({ offset, size, word }) => {
    const read = size === 8 ? 'getFloat64' : size === 4 ? 'getInt32' : 'getUint8';
    return `view.${read}(${at} + ${offset}, true) === ${word}`;
  });
  return [`${at} + ${pattern.length} <= end`, ...words].join(' && ');
}
