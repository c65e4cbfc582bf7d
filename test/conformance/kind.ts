// What comes in kinds here: cases as data, and a way to hold each to what is expected of it.

import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { parseJson } from '../../src/core/json.ts';
import type { Catalogue } from '../../src/core/models/catalogue.ts';

/**
 * What is done here and what is expected, brought to one form; `refused` where botocore itself does nothing sensible, or where
 * the difference is one that DEVIATIONS.md lists.
 */
export type Outcome = { readonly mine: unknown; readonly theirs: unknown } | 'refused';

export interface Kind<Case extends { readonly service: string }> {
  /** In the plural, for reports. */
  readonly title: string;
  /** Finishes the sentence "it ..."; cases of one name are one test. */
  readonly nameOf: (one: Case) => string;
  /** What was asked, for reports. */
  readonly describe: (one: Case) => string;
  readonly compare: (catalogue: Catalogue, one: Case) => Promise<Outcome>;
}

/** The cases of a file beside this one, one to a line. */
export function readCases<Case>(name: string): readonly Case[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => parseJson(line) as Case);
}

/** The innermost place where the two differ, in words; undefined where they do not. */
export function differenceOf(mine: unknown, theirs: unknown, at = ''): string | undefined {
  if (isDeepStrictEqual(mine, theirs)) return undefined;
  if (!isRecord(mine) || !isRecord(theirs) || Array.isArray(mine) !== Array.isArray(theirs)) {
    return `${at || 'all'}: ${short(mine)} here, ${short(theirs)} in botocore`;
  }
  for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const found = differenceOf(mine[key], theirs[key], `${at}.${key}`);
    if (found !== undefined) return found;
  }
  return `${at}: they differ`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function short(value: unknown): string {
  const text = JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'bigint' ? `${item}n` : item,
  );
  return (text ?? 'nothing').slice(0, 250);
}
