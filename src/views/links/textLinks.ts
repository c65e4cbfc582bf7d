// The resources that the text of a JSON document names, with their places in it. Knows nothing of VS Code.

import { findInText } from '../../core/resources/findReferences.ts';
import type { ServiceKinds } from '../../core/resources/kind.ts';
import type { KnownFacts, Location } from '../../core/resources/locate.ts';

/** Character offsets; `end` is after the last character. */
export interface TextLink {
  readonly start: number;
  readonly end: number;
  readonly location: Location;
}

export interface TextLinkOptions {
  readonly services: readonly ServiceKinds[];
  readonly known: KnownFacts;
  /** What members hold that name a resource by what only that kind knows: member and text to location. */
  readonly named?: ReadonlyMap<string, Location>;
}

/** The key under which `named` has what a member's text names. */
export function nameKey(member: string, text: string): string {
  return `${member}=${text}`;
}

/** Beyond this many characters a document is for searching, not for clicking. */
const longestText = 2_000_000;

export function findTextLinks(json: string, options: TextLinkOptions): readonly TextLink[] {
  const links: TextLink[] = [];
  let member = '';
  for (const { 1: literal = '', 2: colon, index } of json.slice(0, longestText).matchAll(strings)) {
    const isKey = colon !== undefined;
    if (isKey) member = literal;
    if (literal.includes('\\') || (isKey && !literal.startsWith('arn:'))) continue;
    links.push(...linksIn(literal, index + 1, member, options));
  }
  return links;
}

const strings = /"((?:[^"\\]|\\.)*)"(\s*:)?/g;

/** Only what may be one is looked up: ids, addresses and ARNs. */
const mayName = /^[a-z][a-z\d]*-[\da-z-]+$|:\/\/|arn:aws/;

function linksIn(
  text: string,
  start: number,
  member: string,
  { services, known, named }: TextLinkOptions,
): readonly TextLink[] {
  const location = named?.get(nameKey(member, text));
  if (location) return [{ start, end: start + text.length, location }];
  if (!mayName.test(text)) return [];
  return findInText(text, services, known).map((found) => ({
    start: start + found.start,
    end: start + found.start + found.text.length,
    location: found.location,
  }));
}
