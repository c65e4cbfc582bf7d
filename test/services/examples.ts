// Identifiers that a kind's resources could have, made from what its declaration says of them.

import { arnTemplate, wholeTemplate } from '../../src/core/resources/arnReading.ts';
import type { Kind, ServiceKinds } from '../../src/core/resources/kind.ts';
import { compileText, fieldsOf, partsOf } from '../../src/core/resources/texts.ts';

export const exampleFacts = {
  partition: 'aws',
  region: 'eu-west-1',
  account: '123456789012',
  dns: 'amazonaws.com',
};

export type Identifiers = Readonly<Record<string, string>>;

/** Identifiers, and the ARN they belong to where the kind has one. */
export interface Example {
  readonly identifiers: Identifiers;
  readonly arn: string | undefined;
}

/** All identifiers of one resource, such as an id that fits the pattern, or an ARN made by the template. */
export function exampleOf(kinds: ServiceKinds, kind: Kind): Example {
  const plain = Object.fromEntries(
    kind.identifiers.map((name) => [name, wholeExample(kinds, name) ?? plainExample(kind, name)]),
  );
  const template = arnTemplate(kind);
  const arn = template === undefined ? undefined : fillTemplate(template, plain);
  const isArn = kind.arn !== undefined && kind.identifiers.includes(kind.arn) && arn !== undefined;
  return { identifiers: isArn ? { ...plain, [kind.arn ?? '']: arn } : plain, arn };
}

/** Of an identifier that another kind of the service has as its ARN, or that is an address. */
function wholeExample(kinds: ServiceKinds, name: string): string | undefined {
  const template = wholeTemplate(kinds, name);
  return template && fillTemplate(template, tailsOf(template));
}

/** Texts for all fields that stand for the last part of an identifier, the same wherever they are. */
function tailsOf(template: string): Identifiers {
  const tails = fieldsOf(template).filter(({ filters }) => filters.includes('last'));
  return Object.fromEntries(tails.map(({ name }) => [name, name.toLowerCase()]));
}

/** Fields that are no identifiers are given some text; `{*}` too. */
function fillTemplate(template: string, identifiers: Identifiers): string {
  return partsOf(template)
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.name === '*') return 'x1';
      const filters = part.filters.map((filter) => `|${filter}`).join('');
      const subject = { attributes: { [part.name]: 'x2' }, identifiers, facts: exampleFacts };
      return compileText(`{${part.name}${filters}}`)(subject) ?? '';
    })
    .join('');
}

function plainExample({ idPattern, identifiers }: Kind, name: string): string {
  const isId = identifiers.length === 1 && idPattern !== undefined;
  return isId ? exampleOfPattern(idPattern) : `my-${name.toLowerCase()}`;
}

/** A text that a simple regular expression matches: literals, classes, groups of alternatives, and counts. */
export function exampleOfPattern(pattern: string): string {
  const alternative = splitOutside(pattern)[0] ?? '';
  const pieces = alternative.matchAll(
    /(\\.|\[[^\]]*\]|\((?:\?:)?((?:[^()]|\([^()]*\))*)\)|[^^$])(?:\{(\d+)[^}]*\}|[+*?])?/gu,
  );
  return [...pieces]
    .map(([, piece = '', group, count]) => exampleOfPiece(piece, group).repeat(Number(count ?? 1)))
    .join('');
}

/** The alternatives of a pattern, where they are not those of a group in it. */
function splitOutside(pattern: string): readonly string[] {
  let depth = 0;
  const parts = [''];
  for (const character of pattern) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

function exampleOfPiece(piece: string, group: string | undefined): string {
  if (group !== undefined) return exampleOfPattern(group);
  const text = piece.startsWith('[') ? piece.slice(1) : piece;
  return text.startsWith('\\') ? exampleOfEscape(text[1] ?? '') : (text[0] ?? '');
}

function exampleOfEscape(character: string): string {
  return { d: '1', w: 'a', s: ' ' }[character] ?? character;
}
