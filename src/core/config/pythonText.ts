// Python's notions of white space, lines and shell words. botocore reads the shared files with them, and they differ from
// JavaScript's: `trim` removes a byte order mark and keeps the separators U+001C to U+001F and U+0085.

/** White space beyond Latin letters; the rest is told by its code. */
const farWhitespace = new Set(
  '\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000',
);
const lineEnds = new Set('\n\v\f\r\u001c\u001d\u001e\u0085\u2028\u2029');

function isWhitespaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 0x20 && code < 0x7f) return false;
  if (code <= 0x20) return code === 0x20 || (code >= 9 && code <= 13) || code >= 0x1c;
  return code === 0x85 || code === 0xa0 || farWhitespace.has(text.charAt(at));
}

const asciiText = /^[\t\n\r -~]*$/;

/** True for printable ASCII, in parts of which `trim` does the same as `strip`. */
export function isPlain(text: string): boolean {
  return asciiText.test(text);
}

/** `str.strip()`. */
export function strip(text: string): string {
  const start = indentOf(text);
  let end = text.length;
  while (end > start && isWhitespaceAt(text, end - 1)) end--;
  return text.slice(start, end);
}

/** How many white-space characters the text begins with. */
export function indentOf(text: string): number {
  let start = 0;
  while (start < text.length && isWhitespaceAt(text, start)) start++;
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
  return /["'\\]/.test(text)
    ? splitQuoted(text)
    : text.split(/[ \t\r\n]+/).filter((word) => word !== '');
}

function splitQuoted(text: string): string[] | undefined {
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
