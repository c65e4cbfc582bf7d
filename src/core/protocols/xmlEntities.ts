/** The document is not well-formed. The message tells the place, and nothing of the text. */
export class XmlError extends Error {
  constructor(problem: string, at?: number) {
    super(`its XML is broken: ${problem}${at === undefined ? '' : ` (at character ${at})`}`);
  }
}

/** Text with the five named entities and character references replaced. Throws for an entity XML does not define. */
export function decodeEntities(text: string): string {
  let at = text.indexOf('&');
  let decoded = '';
  let done = 0;
  while (at >= 0) {
    const end = text.indexOf(';', at);
    const name = text.slice(at + 1, end < 0 ? text.length : end);
    const character = end < 0 ? undefined : (named[name] ?? decodeReference(name));
    if (character === undefined) throw new XmlError('an entity is not known');
    decoded += text.slice(done, at) + character;
    done = end + 1;
    at = text.indexOf('&', done);
  }
  return done === 0 ? text : decoded + text.slice(done);
}

function decodeReference(name: string): string | undefined {
  const isHexadecimal = name.startsWith('#x');
  const digits = name.slice(isHexadecimal ? 2 : 1);
  const isNumber = isHexadecimal ? /^[0-9a-f]{1,6}$/i.test(digits) : /^\d{1,7}$/.test(digits);
  if (!name.startsWith('#') || !isNumber) return undefined;
  const code = Number.parseInt(digits, isHexadecimal ? 16 : 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};
