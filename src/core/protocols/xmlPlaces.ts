// Where a reader of XML can be: behind the start of a structure or list, or behind one of its children. Each place keeps
// the markup that followed it before, so a document like earlier ones is mostly compared, not read.

import type { XmlCursor } from './xmlCursor.ts';
import { findMarkup, learnMarkup, type Markup } from './xmlMarkup.ts';

/** A kind of child: a member of a structure, or the items of a list. */
export interface Place {
  /** Of its elements; undefined where any name will do. */
  readonly name: string | undefined;
  /** True if it has a value without children, which is read here and not by a reader of its own. */
  readonly isLeaf: boolean;
  /** What came after it, the last learned at the end. */
  readonly following: Markup<this>[];
}

/** How many pieces of markup may follow a place before the oldest is forgotten. */
const mostFollowing = 12;

/**
 * Enters the next child that `find` knows, skipping others, and gives its place; undefined behind the last, the element
 * being left then. A leaf's own end tag is left to be gone over by the next call.
 */
export function nextPlace<P extends Place>(
  cursor: XmlCursor,
  here: P,
  find: (name: string) => P | undefined,
): P | undefined {
  if (cursor.isEmpty) {
    cursor.close();
    return undefined;
  }
  const { at, bytes, view } = cursor;
  const markup = findMarkup(here.following, view, at, bytes.length);
  return cursor.goOver(markup) ? markup?.target : findPlace(cursor, here, find);
}

/** The same where the markup is not as before, or not known; it is from then on. */
export function findPlace<P extends Place>(
  cursor: XmlCursor,
  here: P,
  find: (name: string) => P | undefined,
): P | undefined {
  const start = cursor.at;
  const leaves = cursor.leaf;
  if (leaves !== undefined) cursor.leaveLeaf();
  const parent = cursor.name;
  let hasSkipped = false;
  for (;;) {
    const name = cursor.nextChild();
    const target = name === undefined ? undefined : find(name);
    if (name !== undefined && target === undefined) {
      cursor.skip();
      hasSkipped = true;
      continue;
    }
    if (target !== undefined) cursor.settle(target.name, target.isLeaf);
    if (hasSkipped) return target;
    const enters = target && (cursor.leaf ?? cursor.name);
    const closes = target ? undefined : parent;
    const { isEmpty } = cursor;
    const effect = { leaves, enters, closes, isEmpty, isLeaf: target?.isLeaf ?? false, target };
    const learned = learnMarkup<P>(cursor.bytes, start, cursor.at, effect);
    if (learned) remember(here.following as Markup<P>[], learned);
    return target;
  }
}

function remember<P>(following: Markup<P>[], learned: Markup<P>): void {
  if (following.length >= mostFollowing) following.shift();
  following.push(learned);
}
