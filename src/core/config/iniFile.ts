// One shared file as a value, equal to what botocore's `raw_config_parse` makes of it, with the place of every section and
// key. `ini` alone would split names at dots, cut values at `#` and `;`, drop nesting and turn `true` into a boolean;
// so it is handed the options of a section, with names and values masked and nested options as sections of their own.

import { parse } from 'ini';
import { entriesOf } from '../json.ts';
import {
  defaultSection,
  findSections,
  type RawFault,
  type RawFile,
  type RawOption,
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
  const raw = findSections(text.startsWith('\ufeff') ? text.slice(1) : text);
  const { sections } = raw;
  const faults = raw.isContinued ? faultsOf(raw) : raw.faults;
  const rawDefaults = sections.get(defaultSection);
  const defaults = rawDefaults && new ParsedSection(file, rawDefaults);
  const byName = new Map<string, ConfigSection>();
  for (const section of sections.values()) {
    if (section === rawDefaults) continue;
    const fault = faults.length > 0 ? firstFault(section.name, faults) : undefined;
    byName.set(section.name, new ParsedSection(file, section, defaults, fault));
  }
  return { file, sections: byName, faults: faults.map((fault) => ({ file, ...fault })) };
}

/** Those of nested options too, by line. */
function faultsOf({ sections, faults: found }: RawFile): readonly RawFault[] {
  const faults = [...found];
  for (const section of sections.values()) noteNestedFaults(section, faults);
  return faults.sort((a, b) => a.line - b.line);
}

function firstFault(section: string, faults: readonly RawFault[]): RawFault | undefined {
  return faults.find((one) => one.section === section);
}

function noteNestedFaults({ name, options }: RawSection, faults: RawFault[]): void {
  options.forEach((option, key) => {
    if (!isNested(option)) return;
    for (const { text, line } of nestedLines(option)) {
      if (text.includes('=')) continue;
      const problem = `a line under "${key}" must be "key = value"`;
      faults.push({ line, section: name, problem });
    }
  });
}

function isNested({ text, more }: RawOption): boolean {
  return text === '' && more !== undefined;
}

function nestedLines({ more = [] }: RawOption): readonly RawValue[] {
  return more
    .flatMap(({ text, line }) => splitLines(text).map((part) => ({ text: part, line })))
    .filter(({ text }) => strip(text) !== '');
}

class ParsedSection implements ConfigSection {
  readonly file: string;
  readonly name: string;
  readonly line: number;
  readonly fault?: ConfigFault;
  readonly #options: RawSection['options'];
  readonly #defaults: ParsedSection | undefined;
  #values: ReadonlyMap<string, ConfigValue> | undefined;

  /** The options of the section `defaults` belong to every other. */
  constructor(
    file: string,
    { name, line, options }: RawSection,
    defaults?: ParsedSection,
    fault?: RawFault,
  ) {
    this.file = file;
    this.name = name;
    this.line = line;
    if (fault) this.fault = { file, line: fault.line, problem: fault.problem };
    this.#options = options;
    this.#defaults = defaults;
  }

  /** Read when they are first asked for: of hundreds of profiles, most programs use one. */
  get values(): ReadonlyMap<string, ConfigValue> {
    this.#values ??= readValues(this.#options, this.#defaults?.values);
    return this.#values;
  }

  get lines(): ReadonlyMap<string, number> {
    const lines = new Map(this.#defaults?.lines);
    for (const [key, { line }] of this.#options) lines.set(key, line);
    return lines;
  }
}

/** The options of a section over those of the defaults. */
function readValues(
  options: RawSection['options'],
  defaults: ReadonlyMap<string, ConfigValue> | undefined,
): ReadonlyMap<string, ConfigValue> {
  const values = new Map(defaults);
  const parsed: Readonly<Record<string, unknown>> = parse(maskOptions(options));
  for (const key in parsed) values.set(unmask(key), readValue(parsed[key]));
  return values;
}

/** The text for `ini`. */
function maskOptions(options: RawSection['options']): string {
  let plain = '';
  let nested = '';
  options.forEach((option, key) => {
    const { text, more } = option;
    if (!more) plain += maskOption(key, text);
    else if (isNested(option)) nested += maskNested(key, option);
    else plain += maskOption(key, [text, ...more.map((value) => value.text)].join('\n'));
  });
  return plain + nested;
}

function maskNested(key: string, option: RawOption): string {
  const lines = nestedLines(option).map(({ text }) => {
    const end = text.indexOf('=');
    return end < 0 ? '' : maskOption(strip(text.slice(0, end)), strip(text.slice(end + 1)));
  });
  return `["${mask(key)}"]\n${lines.join('')}`;
}

function maskOption(key: string, value: string): string {
  return `"${mask(key)}"=${quote(value)}\n`;
}

/** `ini` takes the texts `true`, `false` and `null` for what they name, even in quotes. */
function readValue(value: unknown): ConfigValue {
  if (typeof value !== 'object' || value === null) return String(value);
  return new Map(entriesOf(value).map(([key, inner]) => [unmask(key), String(inner)]));
}

/**
 * A name that `ini`, in quotes, takes as it is, and JavaScript for no number, which would come before all others. Without the
 * flag `i`, which makes the engine look up the cases of all letters at the first test.
 */
const plainName = /^[A-Za-z][\w -]*$/;

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
