// Changes one section of a shared file as text: all that is not changed stays as it is, byte for byte. Pure.

import { findSections, type RawOption, type RawSection } from '../config/iniLines.ts';
import { indentOf, strip } from '../config/pythonText.ts';

/** By key; undefined takes an option away. */
export type Values = Readonly<Record<string, string | undefined>>;

/** What is to become of a section. */
export interface SectionEdit {
  /** True for the name of the section that is meant. */
  readonly isMeant: (name: string) => boolean;
  /** The name it gets where there is none yet. */
  readonly name: string;
  /** What it has afterwards; other options stay. `remove` takes the whole section away. */
  readonly values: Values | 'remove';
}

/** What cannot be changed before a person has mended it. */
export interface EditFault {
  readonly line: number;
  readonly problem: string;
}

export type Edited =
  | { readonly text: string; readonly fault?: undefined }
  | { readonly fault: EditFault };

export function editFile(text: string, edit: SectionEdit): Edited {
  const start = text.startsWith('\ufeff') ? '\ufeff' : '';
  const lines = splitLines(text.slice(start.length));
  const { sections, headers, faults } = findSections(text.slice(start.length));
  const meant = [...sections.values()].filter(({ name }) => edit.isMeant(name));
  const fault = faults.find((one) => meant.some(({ name }) => name === one.section));
  if (fault) return { fault: { line: fault.line, problem: fault.problem } };
  const nextOf = ({ line }: RawSection) =>
    headers.find((header) => header > line) ?? lines.length + 1;
  if (edit.values === 'remove') {
    const changes = meant.flatMap((section) => removeSection(lines, section, nextOf(section)));
    return { text: start + join(lines, new Map(changes)) };
  }
  // Of several sections that stand for one profile, such as [default] and [profile default], the last one counts.
  const section = meant.at(-1);
  if (!section) {
    const isEmpty = Object.values(edit.values).every((value) => value === undefined);
    return { text: isEmpty ? text : text + newSection(edit.name, edit.values, lines) };
  }
  return { text: start + join(lines, setValues(lines, section, edit.values)) };
}

/** A line and what ends it; of the last one, that may be nothing. */
interface Line {
  readonly text: string;
  readonly end: string;
}

/** By line, counted from 1: what stands there instead. */
type Changes = ReadonlyMap<number, readonly string[]>;

function splitLines(text: string): readonly Line[] {
  const found = [...text.matchAll(/([^\r\n]*)(\r\n?|\n|$)/g)];
  const lines = found.map(([, line = '', end = '']) => ({ text: line, end }));
  // The pattern also finds the nothing behind the last line end.
  return lines.filter(({ text: line, end }) => line !== '' || end !== '');
}

/** How lines of this file end. */
function lineEndOf(lines: readonly Line[]): string {
  return lines.find(({ end }) => end !== '')?.end ?? '\n';
}

function join(lines: readonly Line[], changes: Changes): string {
  const lineEnd = lineEndOf(lines);
  return lines
    .flatMap((line, i) => {
      const changed = changes.get(i + 1);
      return changed === undefined
        ? [line.text + line.end]
        : changed.map((text) => text + (line.end || lineEnd));
    })
    .join('');
}

function newSection(name: string, values: Values, lines: readonly Line[]): string {
  const lineEnd = lineEndOf(lines);
  const last = lines.at(-1);
  const finish = last?.end === '' ? lineEnd : '';
  const gap = last === undefined || strip(last.text) === '' ? '' : lineEnd;
  const added = [`[${name}]`, ...optionLines(values, '')];
  return finish + gap + added.map((line) => line + lineEnd).join('');
}

function optionLines(values: Values, indent: string): readonly string[] {
  return Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [`${indent}${key} = ${value}`],
  );
}

/** Comments after its last option stay: they may be about the next section. */
function removeSection(
  lines: readonly Line[],
  section: RawSection,
  next: number,
): readonly (readonly [line: number, instead: readonly string[]])[] {
  let end = lastLineOf(section) + 1;
  while (end < next && isBlank(lines, end)) end++;
  return Array.from({ length: end - section.line }, (_, i) => [section.line + i, []]);
}

function setValues(lines: readonly Line[], section: RawSection, values: Values): Changes {
  const changes = new Map<number, readonly string[]>();
  const added: Record<string, string> = {};
  for (const [key, value] of Object.entries(values)) {
    const option = section.options.get(key);
    if (option) setOption(changes, lines, option, value);
    else if (value !== undefined) added[key] = value;
  }
  const last = lastLineOf(section);
  const before = changes.get(last) ?? [textAt(lines, last)];
  const lastOption = [...section.options.values()].at(-1);
  const sample = lastOption ? textAt(lines, lastOption.line) : '';
  // The same indentation as its neighbour's: deeper, it would continue the value above.
  const indent = sample.slice(0, indentOf(sample));
  const more = optionLines(added, indent);
  if (more.length > 0) changes.set(last, [...before, ...more]);
  return changes;
}

function setOption(
  changes: Map<number, readonly string[]>,
  lines: readonly Line[],
  option: RawOption,
  value: string | undefined,
): void {
  const written = writtenLines(option);
  const isSame = written.length === 1 && option.text === value;
  if (isSame) return;
  for (const line of written) changes.set(line, []);
  if (value === undefined) return;
  const [key = ''] = /^[^=:]*[=:][ \t]*/.exec(textAt(lines, option.line)) ?? [];
  // `region =` becomes `region = x`, and `region=` becomes `region=x`.
  changes.set(option.line, [`${key}${/\s[=:]$/.test(key) ? ' ' : ''}${value}`]);
}

/** The lines of an option that say something. */
function writtenLines({ line, more = [] }: RawOption): readonly number[] {
  return [line, ...more.filter(({ text }) => text !== '').map((value) => value.line)];
}

function lastLineOf(section: RawSection): number {
  const written = [...section.options.values()].flatMap(writtenLines);
  return Math.max(section.line, ...written);
}

function textAt(lines: readonly Line[], line: number): string {
  return lines[line - 1]?.text ?? '';
}

function isBlank(lines: readonly Line[], line: number): boolean {
  return strip(textAt(lines, line)) === '';
}
