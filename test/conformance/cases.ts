import { readFileSync } from 'node:fs';
import { parseJson } from '../../src/core/json.ts';

/** The cases of a file beside this one, one to a line. */
export function readCases<Case>(name: string): readonly Case[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => parseJson(line) as Case);
}
