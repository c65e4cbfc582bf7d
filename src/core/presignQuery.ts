// The body of a request as parameters of a URL, as botocore presigns it: a form's fields, and the members of a JSON document.
// Few services read the second; Polly's SynthesizeSpeech is one.

import { UnsupportedError, type Where } from './errors.ts';
import type { RequestBody } from './http/message.ts';
import { parseJson } from './json.ts';
import { type Document, isDocument } from './protocols/protocol.ts';

type Params = Record<string, string | string[]>;

/** The fields of a form. */
export function formParams(body: RequestBody | undefined): Params {
  return Object.fromEntries(new URLSearchParams(String(body ?? '')));
}

/** The members of a JSON document; a body that is none is refused by name. */
export function jsonParams(body: RequestBody, where: Where): Params {
  const document = readDocument(body);
  if (document === undefined) {
    throw new UnsupportedError(where, 'its input goes in the body, which a URL cannot carry.');
  }
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(pythonText) : pythonText(value),
    ]),
  );
}

function readDocument(body: RequestBody): Document | undefined {
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) return undefined;
  try {
    const text =
      typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body);
    const document = parseJson(text);
    return isDocument(document) ? document : undefined;
  } catch {
    return undefined;
  }
}

/** As Python's `str` writes it, for that is what botocore puts into the URL. */
function pythonText(value: unknown): string {
  return typeof value === 'string' ? value : pythonForm(value);
}

/** As Python's `repr` writes a value that JSON can hold. */
function pythonForm(value: unknown): string {
  if (typeof value === 'string') return pythonString(value);
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(pythonForm).join(', ')}]`;
  if (!isDocument(value)) return String(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${pythonString(name)}: ${pythonForm(member)}`,
  );
  return `{${members.join(', ')}}`;
}

const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** In single quotes, unless it has those and no double ones; what cannot be seen is escaped. */
function pythonString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/[\\'\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu, (character) => {
    if (character === '\\') return '\\\\';
    if (character === "'") return quote === "'" ? "\\'" : "'";
    return escapes[character] ?? escapedCode(character.codePointAt(0) ?? 0);
  });
  return quote + escaped + quote;
}

function escapedCode(code: number): string {
  const digits = code.toString(16);
  if (code < 0x100) return `\\x${digits.padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}
