// How well one typed word fits a CamelCase name. Scores are comparable between names and between words.

/** A name made ready for matching. */
export interface Name {
  readonly lower: string;
  /** Where the name's own words begin: `DescribeDBInstances` -> 0, 8, 10. */
  readonly starts: readonly number[];
  /** The letters that occur, one bit each; digits share one. */
  readonly letters: number;
}

export const exact = 100;
const prefix = 75;
const wordPrefix = 65;
const initials = 55;
const skippedWord = 4;
const substring = 30;
const scattered = 8;

export function prepareName(name: string): Name {
  const lower = name.toLowerCase();
  const starts = [0];
  for (let i = 1; i < name.length; i++) {
    if (isCapital(name, i) && isStart(name, i)) starts.push(i);
  }
  return { lower, starts, letters: lettersOf(lower) };
}

/** 0 when the word does not fit. Both are lower case. */
export function matchName(word: string, wordLetters: number, name: Name): number {
  if ((wordLetters & ~name.letters) !== 0) {
    return 0;
  }
  const { lower, starts } = name;
  const at = lower.indexOf(word);
  if (at === 0) {
    return word.length === lower.length ? exact : prefix;
  }
  if (at > 0 && starts.some((start) => lower.startsWith(word, start))) {
    return wordPrefix;
  }
  const skipped = matchInitials(word, 0, name, 0);
  if (skipped >= 0) {
    return Math.max(initials - skipped * skippedWord, substring);
  }
  if (at > 0) {
    return substring;
  }
  return word.length >= 3 && isScattered(word, lower) ? scattered : 0;
}

export function lettersOf(lower: string): number {
  let letters = 0;
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i) - 97;
    letters |= 1 << (code >= 0 && code < 26 ? code : 26);
  }
  return letters;
}

/** A capital begins a word unless it goes on an acronym: D and I begin words in `DBInstances`, B does not. */
function isStart(name: string, i: number): boolean {
  return !isCapital(name, i - 1) || isSmall(name, i + 1);
}

function isCapital(name: string, i: number): boolean {
  const code = name.charCodeAt(i);
  return code >= 65 && code <= 90;
}

function isSmall(name: string, i: number): boolean {
  const code = name.charCodeAt(i);
  return code >= 97 && code <= 122;
}

/**
 * Fits `getbpol` to Get-Bucket-Policy: each piece of the word begins a word of the name, in order. Gives how many words
 * of the name were passed over before the last piece, or -1.
 */
function matchInitials(word: string, from: number, name: Name, firstWord: number): number {
  if (from === word.length) {
    return 0;
  }
  const { lower, starts } = name;
  for (let i = firstWord; i < starts.length; i++) {
    const start = starts[i] ?? 0;
    const end = starts[i + 1] ?? lower.length;
    let length = 0;
    while (start + length < end && word[from + length] === lower[start + length]) {
      length += 1;
      if (from + length === word.length) {
        return i - firstWord;
      }
    }
    for (; length > 0; length--) {
      const skipped = matchInitials(word, from + length, name, i + 1);
      if (skipped >= 0) {
        return skipped + i - firstWord;
      }
    }
  }
  return -1;
}

function isScattered(word: string, lower: string): boolean {
  let at = -1;
  for (const letter of word) {
    at = lower.indexOf(letter, at + 1);
    if (at < 0) {
      return false;
    }
  }
  return true;
}
