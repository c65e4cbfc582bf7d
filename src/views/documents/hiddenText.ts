// A result as JSON text that shows no secret.

import { toJson } from '../../core/json.ts';
import { maskSensitive, maskSignatures } from '../../core/mask.ts';
import type { ResultDocument } from '../offers.ts';

export interface HiddenText {
  readonly text: string;
  /** How many values are hidden. */
  readonly count: number;
}

/** Signed addresses may stand in any text, so they are searched in the whole. */
export function hideSecrets({
  value,
  shapes,
}: Pick<ResultDocument, 'value' | 'shapes'>): HiddenText {
  const masked = maskSensitive(shapes, value);
  const { text, count } = maskSignatures(toJson(masked.value, 2));
  return { text, count: masked.count + count };
}

/** What the line above a result says; undefined where nothing is hidden. */
export function formatHidden(count: number, isRevealed: boolean): string | undefined {
  if (count === 0) return undefined;
  const values = count === 1 ? '1 secret value is' : `${count} secret values are`;
  return isRevealed ? `${values} shown · Hide` : `${values} hidden · Reveal`;
}
