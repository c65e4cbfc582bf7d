// Where long documents are read, kept for the next one: making room for each would have the engine collect garbage all
// the time.

import { XmlCursor } from './xmlCursor.ts';

export interface XmlWorkplace {
  readonly cursor: XmlCursor;
  /** Whatever is in it is left over. */
  readonly window: Uint8Array<ArrayBuffer>;
}

const usualSize = 256 * 1024;
const mostSpare = 2;
const longestSpare = 1024 * 1024;

const spare: XmlWorkplace[] = [];

export function takeWorkplace(): XmlWorkplace {
  return spare.pop() ?? { cursor: newCursor(), window: new Uint8Array(usualSize) };
}

function newCursor(): XmlCursor {
  return new XmlCursor(new Uint8Array(0), usualSize);
}

/** The giver must not use it any more. */
export function leaveWorkplace(workplace: XmlWorkplace): void {
  if (spare.length >= mostSpare || workplace.window.length > longestSpare) return;
  workplace.cursor.forget();
  spare.push(workplace);
}
