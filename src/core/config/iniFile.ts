// One shared file as a value, equal to what botocore's `raw_config_parse` makes of it, with the place of every section and
// key. `ini` alone would split names at dots, cut values at `#` and `;`, drop nesting and turn `true` into a boolean;
// so it is handed a text in which names and values are masked and nested options are sections of their own.

import { parse } from 'ini';
import { entriesOf } from '../json.ts';
import {
  defaultSection,
  findSections,
  type RawFault,
  type RawSection,
  type RawValue,
} from './iniLines.ts';
import { splitLines, strip } from './pythonText.ts';

/** Text, or the options nested under a key, as in `s3 =` followed by indented lines. */
export type ConfigValue = string | ReadonlyMap<string, string>;

export interface ConfigSection {
  readonly file: string;
  readonly name: string;
  /** Counted from 1. */
  readonly line: number;
  readonly values: ReadonlyMap<string, ConfigValue>;
  /** The line of each key. */
  readonly lines: ReadonlyMap<string, number>;
  /** The first line of it that could not be read. What a broken section says is not to be relied on. */
  readonly fault?: ConfigFault;
}

export interface ConfigFault {
  readonly file: string;
  /** Absent when the whole file is meant. */
  readonly line?: number;
  /** The section it is in, by its name in the file; absent when it stands in none. */
  readonly section?: string;
  readonly problem: string;
}

export interface ConfigFile {
  readonly file: string;
  /** By name, as the file has them: `profile dev`. */
  readonly sections: ReadonlyMap<string, ConfigSection>;
  readonly faults: readonly ConfigFault[];
}

/** Never throws: what cannot be read is among the faults, and the rest is there. */
export function parseConfigFile(text: string, file: string): ConfigFile {
  const { sections, faults: lineFaults } = findSections(text.replace(/^\ufeff/, ''));
  const masked: string[] = [];
  const faults = [...lineFaults];
  for (const section of sections.values()) writeSection(section, masked, faults);
  faults.sort((a, b) => a.line - b.line);
  const tree: Tree = parse(masked.join(''));
  const defaults = sections.get(defaultSection);
  const byName = new Map<string, ConfigSection>();
  for (const section of sections.values()) {
    if (section === defaults) continue;
    const fault = faults.find((one) => one.section === section.name);
    byName.set(section.name, new ParsedSection(file, section, { defaults, tree, fault }));
  }
  return { file, sections: byName, faults: faults.map((fault) => ({ file, ...fault })) };
}

/** Adds the section to the text for `ini`, and the faults of its nested lines. */
function writeSection({ name, options }: RawSection, masked: string[], faults: RawFault[]): void {
  const nested: [key: string, lines: readonly RawValue[]][] = [];
  masked.push('["', mask(name), '"]\n');
  options.forEach(({ text, more }, key) => {
    if (!more) writeOption(masked, key, text);
    else if (text === '') nested.push([key, more]);
    else writeOption(masked, key, [text, ...more.map((value) => value.text)].join('\n'));
  });
  for (const [key, lines] of nested) {
    masked.push('["', mask(name), '.', mask(key), '"]\n');
    for (const { text, line } of lines) {
      for (const part of splitLines(text)) {
        const end = part.indexOf('=');
        if (end >= 0) writeOption(masked, strip(part.slice(0, end)), strip(part.slice(end + 1)));
        else if (strip(part) !== '') {
          const problem = `a line under "${key}" must be "key = value"`;
          faults.push({ line, section: name, problem });
        }
      }
    }
  }
}

function writeOption(masked: string[], key: string, value: string): void {
  masked.push('"', mask(key), '"=', quote(value), '\n');
}

/** What `ini` makes of the masked text: objects by the masked names of sections. */
type Tree = Readonly<Record<string, Masked>>;
type Masked = Readonly<Record<string, unknown>>;

interface Around {
  /** The section whose options belong to every other. */
  readonly defaults: RawSection | undefined;
  readonly tree: Tree;
  readonly fault: RawFault | undefined;
}

class ParsedSection implements ConfigSection {
  readonly file: string;
  readonly name: string;
  readonly line: number;
  readonly values: ReadonlyMap<string, ConfigValue>;
  readonly fault?: ConfigFault;
  readonly #options: RawSection['options'];
  readonly #defaults: RawSection | undefined;

  constructor(file: string, { name, line, options }: RawSection, around: Around) {
    const { defaults, tree, fault } = around;
    const values = new Map<string, ConfigValue>();
    if (defaults) addValues(values, tree[mask(defaultSection)] ?? {});
    addValues(values, tree[mask(name)] ?? {});
    this.file = file;
    this.name = name;
    this.line = line;
    this.values = values;
    if (fault) this.fault = { file, line: fault.line, problem: fault.problem };
    this.#options = options;
    this.#defaults = defaults;
  }

  get lines(): ReadonlyMap<string, number> {
    const places = [...(this.#defaults?.options ?? []), ...this.#options];
    return new Map(places.map(([key, option]) => [key, option.line]));
  }
}

/** Of one of `ini`'s objects, with the names unmasked. */
function addValues(values: Map<string, ConfigValue>, section: Masked): void {
  for (const key in section) values.set(unmask(key), readValue(section[key]));
}

/** `ini` takes the texts `true`, `false` and `null` for what they name, even in quotes. */
function readValue(value: unknown): ConfigValue {
  if (typeof value !== 'object' || value === null) return String(value);
  return new Map(entriesOf(value).map(([key, inner]) => [unmask(key), String(inner)]));
}

/** A name that `ini`, in quotes, takes as it is, and JavaScript for no number, which would come before all others. */
const plainName = /^[a-z][\w -]*$/i;

function mask(name: string): string {
  if (plainName.test(name)) return name;
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll('.', '%2E');
  return encoded.replace(/^[\d_]/, (first) => `%${first.charCodeAt(0).toString(16)}`);
}

function unmask(name: string): string {
  return name.includes('%') ? decodeURIComponent(name) : name;
}

/** A value that JSON, in quotes, takes as it is. */
const plainValue = /^[ !#-[\]-~]*$/;

/** A value as `ini` takes it whole, without looking at each of its characters. */
function quote(value: string): string {
  if (plainValue.test(value)) return `"${value}"`;
  // `ini` ends a line at the last two.
  return JSON.stringify(value).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
