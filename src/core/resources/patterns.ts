// Templates read backwards: what the fields of an ARN or an address were, such as the bucket and the key of
// `arn:aws:s3:::my-bucket/a/b.txt` by `arn:{partition}:s3:::{Bucket}/{Key}`.

import { type Field, partsOf } from './texts.ts';
import { undoFilters } from './undoFilters.ts';

export interface Pattern {
  /** The fields by their names as the template spells them; `undefined` where the text does not follow it. */
  readonly read: (text: string) => Captured | undefined;
  /** The names of its fields. */
  readonly fields: readonly string[];
  /** Characters that the template fixes: of two templates, the one with more of them says more. */
  readonly weight: number;
}

export interface Captured {
  /** What each field's value was. */
  readonly values: Readonly<Record<string, string>>;
  /** What is known only as the last part of a value: fields with the filter `last`. */
  readonly tails: Readonly<Record<string, string>>;
}

export interface PatternOptions {
  /** Applied to fields that name no filter themselves. */
  readonly filter?: string;
  /** The regular expression of a field, where it is not any text. */
  readonly fieldPattern?: (name: string) => string | undefined;
  /** What may follow the text, as a regular expression. */
  readonly tail?: string;
}

/** Reads any text by a template. `{*}` stands for anything, or nothing. */
export function compilePattern(template: string, options: PatternOptions = {}): Pattern {
  const parts = partsOf(template);
  const fields: Field[] = [];
  const source = parts.map((part) => {
    if (typeof part === 'string') return escapeRegExp(part);
    if (part.name === '*') return '.*';
    fields.push(part);
    return `(${options.fieldPattern?.(part.name) ?? '.+?'})`;
  });
  const pattern = new RegExp(`^${source.join('')}${options.tail ?? ''}$`, 's');
  const weight = parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
  return {
    weight,
    fields: fields.map(({ name }) => name),
    read: (text) => readFields(fields, pattern.exec(text)?.slice(1), options),
  };
}

function readFields(
  fields: readonly Field[],
  found: readonly string[] | undefined,
  { filter }: PatternOptions,
): Captured | undefined {
  if (!found) return undefined;
  const values: Record<string, string> = {};
  const tails: Record<string, string> = {};
  for (const [at, field] of fields.entries()) {
    const filters = field.filters.length > 0 || !filter ? field.filters : [filter];
    const isTail = filters[0] === 'last';
    const undone = undoFilters(isTail ? filters.slice(1) : filters, found[at] ?? '');
    const into = isTail ? tails : values;
    if (undone === undefined) return undefined;
    if (into[field.name] !== undefined && into[field.name] !== undone) return undefined;
    into[field.name] = undone;
  }
  return { values, tails };
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
