// The text of an input document as JSON with places. The only import of `jsonc-parser`.

import {
  applyEdits,
  findNodeAtLocation,
  format,
  getLocation,
  getNodeValue,
  type Node,
  type ParseError,
  type ParseOptions,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';

export type Path = readonly (string | number)[];

/** Character offsets; `end` is after the last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Something wrong at a place of the text. */
export interface TextProblem extends Span {
  readonly message: string;
}

export interface InputText {
  /** Empty when the text is JSON in which no object has a member twice. */
  readonly problems: readonly TextProblem[];
  /** The place of the value at the path, or the nearest one around it that exists. */
  spanOf(path: Path): Span;
  /** The place of the key of the member at the path; undefined where there is none. */
  keySpanOf(path: Path): Span | undefined;
  /** The keys of the object at the path, in their order. */
  keysOf(path: Path): readonly string[];
  /** Undefined where there is nothing at the path. Objects in it have no prototype. */
  valueAt(path: Path): unknown;
}

export function parseInputText(text: string): InputText {
  return parseText(text, { disallowComments: true });
}

/** As VS Code reads settings: comments may stand in them, and commas after the last member. */
export function parseSettingsText(text: string): InputText {
  return parseText(text, { allowTrailingComma: true });
}

function parseText(text: string, options: ParseOptions): InputText {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, options);
  const find = (path: Path) => root && findNodeAtLocation(root, [...path]);
  const faults = errors.map((error) => problemOf(error, text));
  return {
    problems: faults.length > 0 || root === undefined ? faults : findRepeatedKeys(root),
    spanOf(path) {
      const node = find(path);
      if (node) return spanOfValue(node);
      for (let length = path.length - 1; length >= 0; length--) {
        const around = find(path.slice(0, length));
        if (around) return firstCharacter(around);
      }
      return { start: 0, end: Math.min(1, text.length) };
    },
    keySpanOf(path) {
      const property = find(path)?.parent;
      const key = property?.type === 'property' ? property.children?.[0] : undefined;
      return key && spanOfValue(key);
    },
    keysOf(path) {
      const properties = find(path)?.children ?? [];
      return properties.flatMap(({ children }) => {
        const key: unknown = children?.[0]?.value;
        return typeof key === 'string' ? [key] : [];
      });
    },
    valueAt(path) {
      const node = find(path);
      return node && getNodeValue(node);
    },
  };
}

/** Where the cursor is, in terms of the JSON around it. */
export interface CursorPlace {
  /** Of the member or element at the cursor; ends with the key typed so far where a key is typed. */
  readonly path: Path;
  readonly isAtKey: boolean;
  /** The key or value the cursor touches. */
  readonly token: Span | undefined;
}

export function placeOfCursor(text: string, offset: number): CursorPlace {
  const { path, isAtPropertyKey, previousNode } = getLocation(text, offset);
  const token = previousNode && spanOfValue(previousNode);
  const touches = token !== undefined && token.start <= offset && offset <= token.end;
  return { path, isAtKey: isAtPropertyKey, token: touches ? token : undefined };
}

export function formatInputText(text: string, tabSize: number, insertSpaces: boolean): string {
  return applyEdits(text, format(text, undefined, { tabSize, insertSpaces }));
}

function spanOfValue({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

/** JSON allows them, but only the last of the values would be sent. */
function findRepeatedKeys({ type, children = [] }: Node): TextProblem[] {
  const seen = new Set<unknown>();
  return children.flatMap((child) => {
    const below = findRepeatedKeys(child);
    const key = type === 'object' ? child.children?.[0] : undefined;
    if (key === undefined || !seen.has(key.value)) {
      if (key) seen.add(key.value);
      return below;
    }
    const message = `${key.value} is given twice. Remove one of the two.`;
    return [{ ...spanOfValue(key), message }, ...below];
  });
}

/** A whole object underlined would hide what is inside. */
function firstCharacter({ offset }: Node): Span {
  return { start: offset, end: offset + 1 };
}

function problemOf({ error, offset, length }: ParseError, text: string): TextProblem {
  const start = Math.min(offset, Math.max(0, text.length - 1));
  const end = Math.max(start + 1, Math.min(offset + length, text.length));
  return { start, end, message: syntaxMessages[printParseErrorCode(error)] ?? 'This is not JSON.' };
}

const syntaxMessages: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is not a JSON value.',
  InvalidNumberFormat: 'This is not a JSON number.',
  PropertyNameExpected: 'A member name in double quotes is expected here.',
  ValueExpected: 'A value is expected here.',
  ColonExpected: 'A colon is expected here.',
  CommaExpected: 'A comma is expected here.',
  CloseBraceExpected: 'A closing brace is expected here.',
  CloseBracketExpected: 'A closing bracket is expected here.',
  EndOfFileExpected: 'The input ends before this.',
  InvalidCommentToken: 'Comments are not allowed in JSON.',
  UnexpectedEndOfComment: 'Comments are not allowed in JSON.',
  UnexpectedEndOfString: 'The string is not closed.',
  UnexpectedEndOfNumber: 'The number is not complete.',
  InvalidUnicode: 'This is not a Unicode escape: four hex digits follow \\u.',
  InvalidEscapeCharacter: 'This escape does not exist in JSON.',
  InvalidCharacter: 'This character must be escaped in a JSON string.',
};
