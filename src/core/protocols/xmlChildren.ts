// The way most of a document is read: the children of one structure, as they followed one another before, in one loop
// that keeps its place in local variables. What is not as before is left to the cursor.

import type { XmlCursor } from './xmlCursor.ts';
import type { Field } from './xmlFields.ts';
import { findMarkup } from './xmlMarkup.ts';
import { findPlace } from './xmlPlaces.ts';

/** Reads the children of the structure just entered, the place before which is `start`, into its output, and leaves it. */
export function readChildren(
  cursor: XmlCursor,
  start: Field,
  find: (name: string) => Field | undefined,
  output: Record<string, unknown>,
): void {
  if (cursor.isEmpty) {
    cursor.close();
    return;
  }
  const { bytes, view, texts } = cursor;
  const { length } = bytes;
  let here = start;
  let { at, leaf } = cursor;
  for (;;) {
    const markup = findMarkup(here.following, view, at, length);
    if (markup?.target?.isLeaf && markup.leaves === leaf && !markup.isEmpty) {
      const from = at + markup.length;
      const { usual } = markup.target.habit;
      const isUsual = usual?.pattern.isAt(view, from, length) === true;
      const plainEnd = isUsual ? from + usual.text.length : texts.plainEnd(from);
      const end = texts.textEnd(plainEnd);
      if (end >= 0) {
        here = markup.target;
        here.put(output, isUsual ? usual.text : here.readText(texts, from, end, end === plainEnd));
        at = end;
        leaf = markup.enters;
        continue;
      }
    }
    cursor.at = at;
    cursor.leaf = leaf;
    const field = cursor.goOver(markup) ? markup?.target : findPlace(cursor, here, find);
    if (field === undefined) return;
    field.read(cursor, output);
    here = field;
    at = cursor.at;
    leaf = cursor.leaf;
  }
}
