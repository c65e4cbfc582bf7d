/**
 * Splits a command as Windows programs do: only double quotes quote, and a backslash is literal unless it leads up to one.
 * Undefined when a quotation is not closed.
 * https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
export function splitWindowsWords(text: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let isQuoted = false;
  for (const [part, backslashes = '', char = ''] of text.matchAll(/(\\*)("|[ \t]|$|[^\\])/gs)) {
    if (part === '') continue;
    if (char === '"') {
      word = `${word ?? ''}${'\\'.repeat(Math.floor(backslashes.length / 2))}`;
      if (backslashes.length % 2 === 1) word += '"';
      else isQuoted = !isQuoted;
    } else if ((char === ' ' || char === '\t') && !isQuoted) {
      if (backslashes !== '') word = `${word ?? ''}${backslashes}`;
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = `${word ?? ''}${part}`;
    }
  }
  if (isQuoted) return undefined;
  return word === undefined ? words : [...words, word];
}
