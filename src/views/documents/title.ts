// The file name of a result: `s3.ListBuckets (demo, us-east-1).json`.

import { formatWhere } from '../../core/errors.ts';
import type { ResultDocument } from '../offers.ts';

/** A slash would cut the name in the tab, so it is written as U+2215, which looks the same. */
export function titleOf(document: Omit<ResultDocument, 'value' | 'shapes'>): string {
  const { service, name, profile, region } = document;
  const title = formatWhere({ service, operation: name, profile, ...(region && { region }) });
  return `${title.replaceAll(/[/\\]/g, '\u2215').replaceAll(/\p{Cc}/gu, ' ')}.json`;
}
