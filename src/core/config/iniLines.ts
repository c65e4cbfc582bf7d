// Finds the sections and options of an INI text by the rules of Python's `configparser`, which botocore reads the shared
// files with: an indented line continues the value above it, `=` or `:` ends a key, keys are lower-cased, only a whole line
// is a comment, and what follows `#` or `;` in a value belongs to it. Where configparser gives up on the whole file,
// a fault is noted for the section concerned and reading goes on.

import { indentOf, strip } from './pythonText.ts';

export interface RawSection {
  readonly name: string;
  readonly line: number;
  readonly options: Map<string, RawOption>;
}

export interface RawOption {
  readonly line: number;
  /** The value's lines, trimmed: the first stands beside the key. */
  readonly values: RawValue[];
}

export interface RawValue {
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

/** `lines` as they stand in the file, without line ends. `headers` are the lines of all sections, repeated ones too. */
export function findSections(lines: readonly string[]): {
  readonly sections: readonly RawSection[];
  readonly headers: readonly number[];
  readonly faults: readonly RawFault[];
} {
  const reader = new LineReader();
  lines.forEach((line, i) => {
    reader.read(line, i + 1);
  });
  const { sections, headers, faults } = reader;
  return { sections: [...sections.values()], headers, faults };
}

/** Where reading stands: the open section, the open option and the indentation that option began with. */
class LineReader {
  readonly sections = new Map<string, RawSection>();
  readonly headers: number[] = [];
  readonly faults: RawFault[] = [];
  #section: RawSection | undefined;
  #option: RawOption | undefined;
  #indent = 0;

  read(line: string, number: number): void {
    const text = strip(line);
    if (text.startsWith('#') || text.startsWith(';')) return;
    if (text === '') {
      this.#option?.values.push({ text, line: number });
      return;
    }
    const indent = indentOf(line);
    if (this.#option && indent > this.#indent) {
      this.#option.values.push({ text, line: number });
      return;
    }
    this.#indent = indent;
    if (text.startsWith('[') && !isOddOption(text)) this.#openSection(text, number);
    else this.#openOption(text, number);
  }

  #openSection(text: string, line: number): void {
    this.headers.push(line);
    const end = text.lastIndexOf(']');
    const isHeader = end >= 2;
    const name = isHeader ? text.slice(1, end) : strip(text.slice(1));
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
    const end = text.search(/[=:]/);
    if (end < 1) {
      this.#fault(line, 'this line is neither a section, a "key = value" nor a comment');
      return;
    }
    const key = strip(text.slice(0, end)).toLowerCase();
    const option: RawOption = { line, values: [{ text: strip(text.slice(end + 1)), line }] };
    this.#option = option;
    const earlier = section.options.get(key);
    if (!earlier) section.options.set(key, option);
    else this.#fault(line, `"${key}" is set already in this section, at line ${earlier.line}`);
  }

  #fault(line: number, problem: string): void {
    this.faults.push({ line, problem, ...(this.#section && { section: this.#section.name }) });
  }
}

/** A bracket that is never closed is the first letter of a key, if there is one. */
function isOddOption(text: string): boolean {
  return text.lastIndexOf(']') < 2 && /[=:]/.test(text);
}

/** Its options belong to every section; it is none itself. */
export const defaultSection = 'DEFAULT';
