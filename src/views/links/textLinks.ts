// The resources that the text of a JSON document names, with their places in it. Knows nothing of VS Code.

import { findInText, type TextReference } from '../../core/resources/findReferences.ts';
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
  /** Asked about ARNs that no declaration knows. */
  readonly locateOther?: (arn: string) => Location | undefined;
  /** For JSON of whatever origin, where what looks like a name may be anything. */
  readonly areCertain?: boolean;
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
    if (isKey && !literal.startsWith('arn:')) continue;
    links.push(...linksIn(literal, index + 1, member, options));
  }
  return links;
}

const strings = /"((?:[^"\\]|\\.)*)"(\s*:)?/g;

/** True for a text with a name in it that can be nothing else, as `areCertain` wants. */
export function hasCertainName(text: string): boolean {
  return certainName.test(text);
}

/** An ARN, an id that ends in 17 hexadecimal digits, an address of S3's own, and one with an account in it. */
const certainName =
  /arn:aws|-[\da-f]{17}(?![\da-f])|(?<![\w.+-])s3:\/\/|(?<!\d)\d{12}(?:\.dkr\.ecr\.|\/)/;

/** Only what may be one is looked up: an id as a whole, and whatever has an address, an ARN or a long number in it. */
const mayName = /^(?:[a-z\d]+-[\w-]+|alias\/\S+)$|:\/\/|arn:aws|\.dkr\.ecr\.|-[\da-f]{8}/;

function linksIn(
  literal: string,
  start: number,
  member: string,
  { services, known, named, locateOther, areCertain = false }: TextLinkOptions,
): readonly TextLink[] {
  const location = named?.get(nameKey(member, literal));
  if (location) return [{ start, end: start + literal.length, location }];
  if (!(areCertain ? hasCertainName(literal) : mayName.test(literal))) return [];
  const text = blankEscapes(literal);
  return findInText(text, services, known, locateOther).flatMap((found) => {
    if (areCertain && !isCertain(found)) return [];
    const end = found.start + found.text.length;
    const isWhole = !text.slice(Math.max(found.start - 1, 0), end + 1).includes(escaped);
    return isWhole
      ? [{ start: start + found.start, end: start + end, location: found.location }]
      : [];
  });
}

/** A page of the console, or a public object, is an address of the web: those VS Code links itself. */
function isCertain({ text }: TextReference): boolean {
  return certainForms.some((form) => form.test(text));
}

const certainForms: readonly RegExp[] = [
  /^arn:aws/,
  /^[a-z\d-]+-[\da-f]{17}$/,
  /^s3:\/\/[a-z\d][a-z\d.-]{1,61}[a-z\d](?:\/[^*?$|]*)?$/,
  /^https:\/\/[^/]+\/\d{12}\/|^\d{12}\.dkr\.ecr\./,
];

/** Stands for a character that the text does not show as itself. */
const escaped = '\\';

/** JSON within JSON, as policies are given: what is between names becomes blanks, so that all stays at its place. */
function blankEscapes(literal: string): string {
  return literal.replaceAll(/\\+(?:u[\da-f]{4}|.)/gi, (run) =>
    (/\\["nrt]$/.test(run) ? ' ' : escaped).repeat(run.length),
  );
}
