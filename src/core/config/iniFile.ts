// One shared file as a value, equal to what botocore's `raw_config_parse` makes of it, with the place of every section and
// key. The packages that read INI files split names at dots, cut values at `#` and `;`, drop nesting and turn `true` into a
// boolean; what keeps them from that costs more than reading the lines oneself.

import {
  defaultSection,
  findSections,
  type RawFault,
  type RawSection,
  type RawValue,
} from './iniLines.ts';
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
  const found = findSections(text.replace(/^\ufeff/, '').split(/\r\n?|\n/));
  const sections = found.sections.map(readSection);
  const faults = [...found.faults, ...sections.flatMap((section) => section.faults)];
  faults.sort((a, b) => a.line - b.line);
  const defaults = sections.find(({ name }) => name === defaultSection);
  const named = sections.filter((section) => section !== defaults);
  return {
    file,
    sections: new Map(
      named.map((section) => [section.name, toSection(file, section, defaults, faults)]),
    ),
    faults: faults.map((fault) => ({ file, ...fault })),
  };
}

interface ReadSection extends Pick<ConfigSection, 'name' | 'line' | 'values' | 'lines'> {
  readonly faults: readonly RawFault[];
}

function readSection({ name, line, options }: RawSection): ReadSection {
  const faults: RawFault[] = [];
  const values = new Map<string, ConfigValue>();
  const lines = new Map<string, number>();
  for (const [key, option] of options) {
    lines.set(key, option.line);
    const text = joinLines(option.values);
    if (text.startsWith('\n')) values.set(key, readNested(name, key, option.values, faults));
    else values.set(key, text);
  }
  return { name, line, values, lines, faults };
}

function joinLines(values: readonly RawValue[]): string {
  const [first] = values;
  if (first && values.length === 1) return first.text;
  return stripEnd(values.map((value) => value.text).join('\n'));
}

/** Adds to the faults what is no option. */
function readNested(
  section: string,
  key: string,
  values: readonly RawValue[],
  faults: RawFault[],
): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const value of values) {
    for (const line of splitLines(value.text).filter((part) => strip(part) !== '')) {
      const end = line.indexOf('=');
      if (end >= 0) options.set(strip(line.slice(0, end)), strip(line.slice(end + 1)));
      else {
        const problem = `a line under "${key}" must be "key = value"`;
        faults.push({ line: value.line, section, problem });
      }
    }
  }
  return options;
}

function toSection(
  file: string,
  { name, line, values, lines }: ReadSection,
  defaults: ReadSection | undefined,
  faults: readonly RawFault[],
): ConfigSection {
  const fault = faults.find((one) => one.section === name);
  return {
    file,
    name,
    line,
    values: defaults ? new Map([...defaults.values, ...values]) : values,
    lines: defaults ? new Map([...defaults.lines, ...lines]) : lines,
    ...(fault && { fault: { file, line: fault.line, problem: fault.problem } }),
  };
}
