// What a document names: ARNs, addresses and unmistakable ids anywhere in its texts, and texts that are an id as a whole.

import type { ServiceKinds } from './kind.ts';
import { type KnownFacts, type Location, locate } from './locate.ts';

/** An ARN, address or id in a text. */
export interface TextReference {
  readonly text: string;
  /** Where it begins. */
  readonly start: number;
  readonly location: Location;
}

/** The same in a JSON value; `path` leads to the text it stands in, by member names and list indexes. */
export interface ValueReference extends TextReference {
  readonly path: readonly (string | number)[];
}

/**
 * Everything in a text, such as a policy or a log line, that names a declared resource. `locateOther` is asked about ARNs that
 * no declaration knows.
 */
export function findInText(
  text: string,
  services: readonly ServiceKinds[],
  known: KnownFacts = {},
  locateOther: (arn: string) => Location | undefined = () => undefined,
): readonly TextReference[] {
  const isShort = text.length <= maxLength && !isPattern(text);
  const whole = isShort ? locate(text, services, known) : undefined;
  if (whole) return [{ text, start: 0, location: whole }];
  return [...text.matchAll(names)].flatMap((match) => {
    const found = match[0].replace(trailing, '');
    const isOne = found.length <= maxLength && !isPattern(found);
    const declared = isOne ? locate(found, services, known) : undefined;
    const isOther = isOne && found.startsWith('arn:');
    const location = declared ?? (isOther ? locateOther(found) : undefined);
    return location ? [{ text: found, start: match.index, location }] : [];
  });
}

/** The same for a value as JSON has it, all the way down. Keys of members are read too: some maps are keyed by ARN. */
export function findReferences(
  value: unknown,
  services: readonly ServiceKinds[],
  known: KnownFacts = {},
): readonly ValueReference[] {
  const found: ValueReference[] = [];
  const visit = (one: unknown, path: readonly (string | number)[]): void => {
    if (typeof one === 'string') {
      for (const reference of findInText(one, services, known)) found.push({ ...reference, path });
    } else if (Array.isArray(one)) {
      for (const [at, item] of one.entries()) visit(item, [...path, at]);
    } else if (isStructure(one)) {
      for (const [name, member] of Object.entries(one)) {
        if (name.startsWith('arn:')) visit(name, [...path, name]);
        visit(member, [...path, name]);
      }
    }
  };
  visit(value, []);
  return found;
}

/** AWS's longest ARNs and addresses have some 2,000 characters; a longer text is prose. */
const maxLength = 2_500;

/** In prose or in JSON, up to what can end one. */
const arn = /arn:aws[a-z-]*:[a-z\d-]+:[a-z\d-]*:(?:\d{12}|aws|cloudfront)?:[^\s"'`<>\\,(){}[\]]+/;
const address = /(?<![a-z\d])(?:https|s3):\/\/[^\s"'`<>\\,(){}[\]]+/;
/** Ids that end in so many hexadecimal digits are no words. */
const id = /(?<![\w./:@-])[a-z]{1,9}(?:-[a-z]{1,9}){0,2}-(?=[a-f]*\d)[\da-f]{8,17}(?![\w/@-]|:\w)/;
const names = new RegExp([arn, address, id].map(({ source }) => source).join('|'), 'g');
const trailing = /[.;:!?]+$/;

/** `arn:aws:s3:::logs-*` in a policy stands for many; what ends in `:*` is a log group's. */
function isPattern(text: string): boolean {
  return text.startsWith('arn:') && /[*?]|\$\{/.test(text.replace(/:\*$/, ''));
}

function isStructure(value: unknown): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof Date) &&
    !(value instanceof Uint8Array)
  );
}
