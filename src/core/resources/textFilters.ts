// The filters of texts: `{Size|size}`, `{QueueUrl|last}`, `{tasks|count:task}`. Each takes a member's value and gives
// what is shown of it, or `undefined` where there is nothing to show.

import { KindError } from '../errors.ts';

export type Filter = (value: unknown) => unknown;

/** The filter of a name, with its argument after a colon. */
export function filterNamed(text: string): Filter {
  const colon = text.indexOf(':');
  const make = filters.get(colon < 0 ? text : text.slice(0, colon));
  if (!make)
    throw new KindError([
      `"${text}" is not a filter; there are ${[...filters.keys()].join(', ')}.`,
    ]);
  return make(colon < 0 ? '' : text.slice(colon + 1));
}

const filters = new Map<string, (argument: string) => Filter>([
  /** Text after the last `/` or `:`, as in an ARN or a URL. */
  ['last', () => (value) => /([^/:]*)[/:]?$/.exec(String(value))?.[1] || value],
  /** The last segment of a key or prefix; `/` for an empty one, which S3 allows. */
  ['segment', () => (value) => /([^/]*)\/?$/.exec(String(value))?.[1] || '/'],
  /** Text after the first of a mark: `after:/` of an ARN is the whole name in it. */
  ['after', (mark) => (value) => textAfter(String(value), mark)],
  ['size', () => (value) => formatSize(Number(value))],
  ['date', () => formatDate],
  ['day', () => (value) => formatDate(value)?.slice(0, 10)],
  ['count', (noun) => (value) => formatCount(value, noun)],
  /** Words in place of true and false; an empty word shows nothing. */
  ['if', (words) => (value) => words.split('/')[isTrue(value) ? 0 : 1] || undefined],
  /** Another word for one value: `swap:-1=all`; nothing for it after the equals sign. */
  ['swap', (words) => (value) => swapWord(String(value), words)],
  /** With one `/` in front, as ARNs of parameters have it. */
  ['rooted', () => (value) => `/${String(value).replace(/^\//, '')}`],
  ['lower', () => (value) => String(value).toLowerCase()],
  ['length', () => (value) => (Array.isArray(value) ? value.length : undefined)],
  /** The names in a map. */
  ['keys', () => namesOf],
  /** The values of a DynamoDB key, given as its JSON text. */
  ['attributes', () => (value) => formatAttributes(String(value))],
  ['raw', () => (value) => value],
  ['url', () => (value) => encodeURIComponent(String(value))],
  ['url2', () => (value) => encodeURIComponent(encodeURIComponent(String(value)))],
  /** CloudWatch's console writes the escape of an escape with `$`. */
  [
    'cw',
    () => (value) => encodeURIComponent(encodeURIComponent(String(value))).replaceAll('%', '$'),
  ],
]);

function textAfter(value: string, mark: string): string {
  const at = value.indexOf(mark);
  return at < 0 ? value : value.slice(at + mark.length);
}

function formatSize(bytes: number): string | undefined {
  if (!Number.isFinite(bytes)) return undefined;
  const units = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units.length - 1);
  const amount = bytes / 1024 ** power;
  return `${power === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${units[power]}`;
}

/** `2024-05-01 12:03` in the person's own time zone. AWS gives dates as text, seconds and milliseconds too. */
function formatDate(value: unknown): string | undefined {
  const date = value instanceof Date ? value : new Date(epochOf(value));
  if (Number.isNaN(date.getTime())) return String(value);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

function epochOf(value: unknown): number {
  const amount = Number(value);
  if (Number.isNaN(amount)) return Date.parse(String(value));
  return amount < 100_000_000_000 ? amount * 1000 : amount;
}

function formatCount(value: unknown, noun: string): string | undefined {
  const amount = Array.isArray(value) ? value.length : Number(value);
  return Number.isNaN(amount) ? undefined : `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

function swapWord(value: string, words: string): string {
  const [from, to = ''] = words.split('=', 2);
  return value === from ? to : value;
}

function namesOf(value: unknown): readonly string[] | undefined {
  return typeof value === 'object' && value !== null ? Object.keys(value) : undefined;
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

function formatAttributes(json: string): string {
  const key = JSON.parse(json) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  return Object.values(key)
    .map((typed) => String(Object.values(typed)[0]))
    .join(' / ');
}
