// Finds the sections and options of an INI text by the rules of Python's `configparser`, which botocore reads the shared
// files with: an indented line continues the value above it, `=` or `:` ends a key, keys are lower-cased, only a whole line
// is a comment, and what follows `#` or `;` in a value belongs to it. Where configparser gives up on the whole file,
// a fault is noted for the section concerned and reading goes on.

import { indentOf, isPlain, strip } from './pythonText.ts';

export interface RawSection {
  readonly name: string;
  readonly line: number;
  readonly options: Map<string, RawOption>;
}

export interface RawOption {
  readonly line: number;
  /** What stands beside the key, trimmed. */
  readonly text: string;
  /** The lines that continue it, up to the last that is not blank. */
  readonly more: RawValue[] | undefined;
}

export interface RawValue {
  /** Trimmed. */
  readonly text: string;
  readonly line: number;
}

/** What is wrong with a line. The line's text is never repeated: it may be a key. */
export interface RawFault {
  readonly line: number;
  /** Absent when the line stands before the first section. */
  readonly section?: string;
  readonly problem: string;
}

/** What the lines of a file are; `headers` are the lines of all sections, repeated ones too. */
export interface RawFile {
  readonly sections: ReadonlyMap<string, RawSection>;
  readonly headers: readonly number[];
  /** True when some value goes on in further lines. */
  readonly isContinued: boolean;
  readonly faults: readonly RawFault[];
}

/** `text` begins with no byte order mark. */
export function findSections(text: string): RawFile {
  const lines = text.split(text.includes('\r') ? /\r\n?|\n/ : '\n');
  const reader = new LineReader(isPlain(text));
  lines.forEach((line, i) => {
    reader.read(line, i + 1);
  });
  return reader;
}

/** Where reading stands: the open section, the open option, the indentation it began with, and the blank lines since. */
class LineReader implements RawFile {
  readonly sections = new Map<string, RawSection>();
  readonly headers: number[] = [];
  readonly faults: RawFault[] = [];
  isContinued = false;
  readonly #isPlain: boolean;
  #section: RawSection | undefined;
  #option: OpenOption | undefined;
  #indent = 0;
  #blankLines = 0;

  /** `isPlain`, of the whole text, spares a look at each letter. */
  constructor(isPlain: boolean) {
    this.#isPlain = isPlain;
  }

  read(line: string, number: number): void {
    const text = this.#strip(line);
    if (text === '') this.#blankLines++;
    const first = text[0];
    if (first === undefined || first === '#' || first === ';') return;
    const indent = text.length === line.length ? 0 : indentOf(line);
    if (this.#option && indent > this.#indent) {
      this.#addLine(this.#option, { text, line: number });
      return;
    }
    this.#indent = indent;
    if (first === '[' && !isOddOption(text)) this.#openSection(text, number);
    else this.#openOption(text, number);
  }

  #strip(text: string): string {
    return this.#isPlain ? text.trim() : strip(text);
  }

  #addLine(option: OpenOption, value: RawValue): void {
    this.isContinued = true;
    option.more ??= [];
    for (; this.#blankLines > 0; this.#blankLines--) option.more.push({ ...value, text: '' });
    option.more.push(value);
  }

  #openSection(text: string, line: number): void {
    this.headers.push(line);
    const end = text.lastIndexOf(']');
    const isHeader = end >= 2;
    const name = isHeader ? text.slice(1, end) : this.#strip(text.slice(1));
    const section: RawSection = { name, line, options: new Map() };
    const earlier = this.sections.get(name);
    this.#section = section;
    this.#option = undefined;
    if (!isHeader) this.#fault(line, 'a section must be closed with "]"');
    if (!earlier) this.sections.set(name, section);
    else if (name === defaultSection) this.#section = earlier;
    else this.#fault(line, `this section stands in the file already, at line ${earlier.line}`);
  }

  #openOption(text: string, line: number): void {
    const section = this.#section;
    if (!section) {
      const problem = 'this line stands before the first section, such as [default]';
      if (this.faults.length === 0) this.faults.push({ line, problem });
      return;
    }
    const end = text.search(keyEnd);
    if (end < 1) {
      this.#fault(line, 'this line is neither a section, a "key = value" nor a comment');
      return;
    }
    const key = this.#strip(text.slice(0, end)).toLowerCase();
    const option = { line, text: this.#strip(text.slice(end + 1)), more: undefined };
    this.#option = option;
    this.#blankLines = 0;
    const earlier = section.options.get(key);
    if (!earlier) section.options.set(key, option);
    else this.#fault(line, `"${key}" is set already in this section, at line ${earlier.line}`);
  }

  #fault(line: number, problem: string): void {
    this.faults.push({ line, problem, ...(this.#section && { section: this.#section.name }) });
  }
}

interface OpenOption extends RawOption {
  more: RawValue[] | undefined;
}

const keyEnd = /[=:]/;

/** A bracket that is never closed is the first letter of a key, if there is one. */
function isOddOption(text: string): boolean {
  return text.lastIndexOf(']') < 2 && keyEnd.test(text);
}

/** Its options belong to every section; it is none itself. */
export const defaultSection = 'DEFAULT';
