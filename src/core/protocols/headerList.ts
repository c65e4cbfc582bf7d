// A list in a header, in both directions: items between commas, in quotes where they have commas or quotes themselves.
// https://smithy.io/2.0/spec/http-bindings.html#httpheader-serialization-rules

import type { Schema } from './schema.ts';

/** The texts of the items. A date has a comma of its own. */
export function splitHeaderList(element: Schema, text: string): readonly string[] {
  if (element.type === 'string') return splitTexts(text);
  const pieces = text.split(',').map((piece) => piece.trim());
  return element.type === 'timestamp' ? joinDates(pieces) : pieces;
}

export function joinHeaderTexts(items: readonly string[]): string {
  return items.map(quoteWhereNeeded).join(',');
}

function quoteWhereNeeded(text: string): string {
  return /[",]/.test(text) ? `"${text.replaceAll('"', '\\"')}"` : text;
}

/** A quote that is nowhere closed, or does not begin an item, is one as any other character. */
function splitTexts(text: string): readonly string[] {
  if (!text.includes('"')) return text.split(',').map((item) => item.trim());
  return [...text.matchAll(anItem)].map(([, quoted, plain = '']) =>
    quoted === undefined ? plain.trim() : quoted.replace(/\\(.)/g, '$1'),
  );
}

const anItem = /(?<=^|,)\s*(?:"((?:[^"\\]|\\.)*)"\s*(?=,|$)|([^,]*))/g;

/** `Wed, 01 May 2024 10:20:30 GMT` again, of its two pieces. */
function joinDates(pieces: readonly string[]): readonly string[] {
  const dates: string[] = [];
  let weekday: string | undefined;
  for (const piece of pieces) {
    if (weekday === undefined && /^[a-z]{3,}$/i.test(piece)) {
      weekday = piece;
      continue;
    }
    dates.push(weekday === undefined ? piece : `${weekday}, ${piece}`);
    weekday = undefined;
  }
  return dates;
}
