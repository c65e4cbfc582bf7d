// How declarations say what a person reads of a resource. A text is a member path (`State.Name`), a tag (`tag:Name`), or
// a template with filters (`{Size|size} in {Placement.AvailabilityZone}`). Compiled once, then run for every row.

import { KindError } from '../errors.ts';
import { compilePath } from './paths.ts';
import { type Filter, filterNamed } from './textFilters.ts';

/** What a text reads from: an identifier wins over a member of the same name. */
export interface Subject {
  readonly attributes: unknown;
  readonly identifiers: Readonly<Record<string, string>>;
  /** Names only templates of ARNs and URLs know: `partition`, `region`, `account`, `c`. */
  readonly facts?: Readonly<Record<string, string | undefined>>;
}

/** `undefined` where a part of the text is absent, so that half a text is never shown. */
export type ReadText = (subject: Subject) => string | undefined;

/** Reads one text. `filter` is applied to every field of a template that names none itself. */
export function compileText(text: string, filter?: string): ReadText {
  if (!isTemplate(text)) return compileField({ name: text, filters: filter ? [filter] : [] });
  const parts = partsOf(text).map((part) =>
    typeof part === 'string'
      ? part
      : compileField(part.filters.length > 0 || !filter ? part : { ...part, filters: [filter] }),
  );
  const isRange = parts.length === 3 && parts[1] === '–';
  return (subject) => {
    const pieces: string[] = [];
    for (const part of parts) {
      const piece = typeof part === 'string' ? part : part(subject);
      if (piece === undefined) return undefined;
      pieces.push(piece);
    }
    // A range from a value to itself is that value: `443`, not `443–443`.
    return isRange && pieces[0] === pieces[2] ? pieces[0] : pieces.join('');
  };
}

/** The first of several texts that is present. */
export function compileFirst(texts: readonly string[]): ReadText {
  const readers = texts.map((text) => compileText(text));
  return (subject) => {
    for (const read of readers) {
      const found = read(subject);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** A field of a text, before it is compiled. */
export interface Field {
  /** A path, `tag:Name`, an identifier or a fact. */
  readonly name: string;
  readonly filters: readonly string[];
}

/** The fields a text reads, in order. */
export function fieldsOf(text: string): readonly Field[] {
  if (!isTemplate(text)) return [{ name: text, filters: [] }];
  return partsOf(text).filter((part) => typeof part !== 'string');
}

export function isTemplate(text: string): boolean {
  return /[{}]/.test(text);
}

/** A template as what it fixes and its fields, in order. */
export function partsOf(template: string): readonly (string | Field)[] {
  const parts = template.split(/\{([^{}]*)\}/);
  return parts.flatMap((part, at): readonly (string | Field)[] => {
    if (at % 2 === 0) {
      if (/[{}]/.test(part)) throw new KindError([`"${template}" has a brace without its pair.`]);
      return part === '' ? [] : [part];
    }
    const [name = '', ...filters] = part.split('|');
    if (name === '') throw new KindError([`"${template}" has a field without a name.`]);
    return [{ name, filters }];
  });
}

function compileField(field: Field): ReadText {
  const read = compileValue(field.name);
  const filters = field.filters.map(filterNamed);
  return (subject) => {
    const value = read(subject);
    return value === undefined ? undefined : applyFilters(value, filters);
  };
}

function compileValue(name: string): (subject: Subject) => unknown {
  if (name.startsWith('tag:')) return compileTag(name.slice('tag:'.length));
  const read = compilePath(name);
  return (subject) =>
    subject.identifiers[name] ?? subject.facts?.[name] ?? read(subject.attributes);
}

/** AWS writes tags as a list of `Key` and `Value`, in two spellings, or as a map. */
function compileTag(tag: string): (subject: Subject) => unknown {
  const reads = ['Tags', 'tags', 'TagList', 'TagSet'].map(compilePath);
  return ({ attributes }) => {
    for (const read of reads) {
      const tags = read(attributes);
      if (Array.isArray(tags))
        return tags.find((one) => (one.Key ?? one.key) === tag)?.[valueKey(tags[0])];
      if (tags !== undefined) return (tags as Readonly<Record<string, unknown>>)[tag];
    }
    return undefined;
  };
}

function valueKey(tag: object): string {
  return 'Value' in tag ? 'Value' : 'value';
}

function applyFilters(value: unknown, filters: readonly Filter[]): string | undefined {
  let result: unknown = value;
  for (const filter of filters) {
    result = filter(result);
    if (result === undefined) return undefined;
  }
  return toText(result);
}

function toText(value: unknown): string | undefined {
  if (value instanceof Date) return toText(filterNamed('date')(value));
  if (Array.isArray(value)) return value.map(toText).filter(Boolean).join(', ') || undefined;
  if (typeof value === 'object' || value === undefined || value === '') return undefined;
  return String(value);
}
