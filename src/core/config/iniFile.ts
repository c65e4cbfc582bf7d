// One shared file as a value, equal to what botocore's `raw_config_parse` makes of it, with the place of every section and
// key. `ini` alone would split names at dots, cut values at `#` and `;`, drop nesting and turn `true` into a boolean;
// so it is handed a text in which names and values are masked and nested options are sections of their own.

import { parse } from 'ini';
import { entriesOf } from '../json.ts';
import { defaultSection, findSections, type RawFault, type RawSection } from './iniLines.ts';
import { splitLines, strip, stripEnd } from './pythonText.ts';

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
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  const { sections, faults } = findSections(lines);
  const masked: string[] = [];
  const nestingFaults = sections.flatMap((section) => writeSection(section, masked));
  const allFaults = [...faults, ...nestingFaults].sort((a, b) => a.line - b.line);
  const tree: Tree = parse(masked.join('\n'));
  const defaults = sections.find((section) => section.name === defaultSection);
  const byName = new Map<string, ConfigSection>();
  for (const section of sections) {
    if (section === defaults) continue;
    const fault = allFaults.find((one) => one.section === section.name);
    byName.set(section.name, new ParsedSection(file, section, { defaults, tree, fault }));
  }
  return { file, sections: byName, faults: allFaults.map((fault) => ({ file, ...fault })) };
}

/** Adds the section to the text for `ini`; gives the faults of nested lines. */
function writeSection(section: RawSection, masked: string[]): RawFault[] {
  const faults: RawFault[] = [];
  const nested: string[] = [];
  masked.push(`[${mask(section.name)}]`);
  for (const [key, { values }] of section.options) {
    const [first] = values;
    const text =
      values.length === 1 && first
        ? first.text
        : stripEnd(values.map((value) => value.text).join('\n'));
    if (!text.startsWith('\n')) {
      masked.push(`${mask(key)}=${quote(text)}`);
      continue;
    }
    nested.push(`[${mask(section.name)}.${mask(key)}]`);
    for (const value of values) {
      for (const line of splitLines(value.text).filter((part) => strip(part) !== '')) {
        const end = line.indexOf('=');
        if (end >= 0) {
          nested.push(`${mask(strip(line.slice(0, end)))}=${quote(strip(line.slice(end + 1)))}`);
        } else {
          const problem = `a line under "${key}" must be "key = value"`;
          faults.push({ line: value.line, section: section.name, problem });
        }
      }
    }
  }
  masked.push(...nested);
  return faults;
}

/** What `ini` makes of the masked text: objects by the masked names of sections. */
type Tree = Readonly<Record<string, unknown>>;

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
    if (defaults) addValues(values, tree[mask(defaultSection)]);
    addValues(values, tree[mask(name)]);
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

/** Of one of `ini`'s objects, with names and values unmasked. */
function addValues(values: Map<string, ConfigValue>, section: unknown): void {
  for (const [key, value] of entriesOf(section)) values.set(unmask(key), readValue(value));
}

function readValue(value: unknown): ConfigValue {
  if (typeof value === 'string') return value.slice(1);
  return new Map(entriesOf(value).map(([key, inner]) => [unmask(key), String(inner).slice(1)]));
}

/** Characters that stand for themselves to `ini`, in names and in values. */
const plainName = /^[\w -]*[\w-]$/;
const plainValue = /^[\w@:/.,+=* -]*[\w@:/.,+=*-]$/;

/** A name of which `ini` takes every character as it is: it has no dot, bracket, `=`, `#` or `;`, nor a quote at its start. */
function mask(name: string): string {
  if (plainName.test(name)) return `v${name}`;
  return `v${encodeURIComponent(name.toWellFormed()).replaceAll('.', '%2E')}`;
}

function unmask(name: string): string {
  return name.includes('%') ? decodeURIComponent(name.slice(1)) : name.slice(1);
}

/** A value as `ini` takes it whole. The letter in front keeps `true` and `null` texts. */
function quote(value: string): string {
  if (plainValue.test(value)) return `v${value}`;
  const quoted = JSON.stringify(`v${value}`);
  // `ini` ends a line at these.
  return quoted.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}
