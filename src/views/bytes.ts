// Bytes as a person can read them.

import type { Document } from '../core/protocols/protocol.ts';

/** Never more than `limit` of them; where there are more, the value says so. */
export function describeBytes(all: Uint8Array, limit: number): Document {
  const isCut = all.length > limit;
  const bytes = isCut ? all.subarray(0, limit) : all;
  const text = decodeText(bytes, isCut);
  const shown = text === undefined ? { base64: Buffer.from(bytes).toString('base64') } : { text };
  return isCut ? { ...shown, cut: `Only the first ${limit} bytes are shown.` } : shown;
}

/** Undefined for what is not UTF-8 text. A cut may go through a character, whose bytes are then left out. */
function decodeText(bytes: Uint8Array, isCut: boolean): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return undefined;
  }
}
