// Python's notions of white space, lines and shell words. botocore reads the shared files with them, and they differ from
// JavaScript's: `trim` removes a byte order mark and keeps the separators U+001C to U+001F and U+0085.

const whitespace = new Set(
  '\t\n\v\f\r\u001c\u001d\u001e\u001f \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009' +
    '\u200a\u2028\u2029\u202f\u205f\u3000',
);
const lineEnds = new Set('\n\v\f\r\u001c\u001d\u001e\u0085\u2028\u2029');

/** `str.strip()`. */
export function strip(text: string): string {
  return stripEnd(text.slice(indentOf(text)));
}

/** `str.rstrip()`. */
export function stripEnd(text: string): string {
  let end = text.length;
  while (end > 0 && whitespace.has(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** How many white-space characters the text begins with. */
export function indentOf(text: string): number {
  let start = 0;
  while (start < text.length && whitespace.has(text.charAt(start))) start++;
  return start;
}

/** `str.splitlines()`, for text in which a line end is one character. */
export function splitLines(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (!lineEnds.has(text.charAt(i))) continue;
    lines.push(text.slice(start, i));
    start = i + 1;
  }
  return start < text.length ? [...lines, text.slice(start)] : lines;
}

/** `shlex.split()`; undefined where Python raises: a quotation or an escape is not closed. */
export function splitShellWords(text: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quote = '';
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '\\' && quote !== "'") {
      const next = text.charAt(++i);
      if (next === '') return undefined;
      const isEscape = quote === '' || next === quote || next === '\\';
      word = `${word ?? ''}${isEscape ? next : char + next}`;
    } else if (quote !== '') {
      if (char === quote) quote = '';
      else word = `${word ?? ''}${char}`;
    } else if (char === '"' || char === "'") {
      quote = char;
      word ??= '';
    } else if (' \t\r\n'.includes(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = `${word ?? ''}${char}`;
    }
  }
  if (quote !== '') return undefined;
  return word === undefined ? words : [...words, word];
}

/** `int()`; undefined where Python raises. */
export function readInteger(text: string): number | undefined {
  const digits = strip(text);
  return /^[+-]?\d+(?:_\d+)*$/.test(digits) ? Number(digits.replaceAll('_', '')) : undefined;
}
