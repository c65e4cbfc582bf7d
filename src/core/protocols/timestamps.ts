// Points in time, between values and the three forms AWS writes them in. Input keeps microseconds, as botocore does;
// a `Date` in an output holds milliseconds.

import type { TimestampFormat } from '../models/model.ts';
import { daysIn, daysSince1970, secondsOfDay } from './calendar.ts';
import { parseFixedTimestamp } from './fixedTimestamp.ts';

/** Whole seconds since 1970 and the microseconds after them. */
interface Instant {
  readonly seconds: number;
  readonly micros: number;
}

/** A timestamp of an input in the form asked for: text, or whole seconds for `unixTimestamp`. */
export function formatTimestamp(value: unknown, format: TimestampFormat): string | number {
  const instant = toInstant(value);
  if (instant === undefined) throw new TypeError('not a timestamp');
  if (format === 'unixTimestamp') return instant.seconds;
  const whole = new Date(instant.seconds * 1000);
  if (format === 'rfc822') return whole.toUTCString();
  const text = whole.toISOString().slice(0, -5);
  return instant.micros === 0 ? `${text}Z` : `${text}.${padded(instant.micros, 6)}Z`;
}

/** The same cut to milliseconds, whatever the form: what few services want. */
export function formatMilliseconds(value: unknown, format: TimestampFormat): string | number {
  const instant = toInstant(value);
  if (instant === undefined || format === 'rfc822') return formatTimestamp(value, format);
  const milliseconds = Math.floor(instant.micros / 1000);
  if (format === 'unixTimestamp') return instant.seconds + milliseconds / 1000;
  return new Date(instant.seconds * 1000 + milliseconds).toISOString();
}

/** The same with the fraction of the second dropped, as headers have it. */
export function formatWholeSeconds(value: unknown, format: TimestampFormat): string | number {
  const instant = toInstant(value);
  return formatTimestamp(instant?.seconds ?? value, format);
}

/** True for what an input may give as a timestamp. */
export function isTimestamp(value: unknown): boolean {
  return toInstant(value) !== undefined;
}

/** A timestamp of an output, in any of the forms AWS uses. Throws for anything else. */
export function parseTimestamp(value: unknown): Date {
  const milliseconds =
    typeof value === 'number'
      ? value * 1000
      : typeof value === 'string'
        ? parseMilliseconds(value)
        : Number.NaN;
  const date = new Date(Math.round(milliseconds));
  if (Number.isNaN(date.getTime())) throw new TypeError('a timestamp is not in a known form');
  return date;
}

function toInstant(value: unknown): Instant | undefined {
  if (typeof value === 'string') return textToInstant(value);
  if (typeof value === 'number') return epochToInstant(value);
  if (typeof value === 'bigint') return epochToInstant(Number(value));
  if (value instanceof Date) return epochToInstant(value.getTime() / 1000);
  return undefined;
}

function epochToInstant(epoch: number): Instant | undefined {
  if (!(Math.abs(epoch) <= 8.64e12)) return undefined;
  const seconds = Math.floor(epoch);
  const micros = Math.round((epoch - seconds) * 1e6);
  return micros === 1_000_000 ? { seconds: seconds + 1, micros: 0 } : { seconds, micros };
}

function textToInstant(text: string): Instant | undefined {
  const milliseconds = parseMilliseconds(text);
  if (Number.isNaN(milliseconds)) return undefined;
  const fraction = /:\d\d[.,](\d{4,6})\d*/.exec(text)?.[1];
  if (fraction === undefined) return epochToInstant(milliseconds / 1000);
  return { seconds: Math.floor(milliseconds / 1000), micros: Number(fraction.padEnd(6, '0')) };
}

/** Milliseconds since 1970, with a fraction where the text has one; NaN if the text is no timestamp. */
function parseMilliseconds(text: string): number {
  const fixed = parseFixedForm(text);
  if (fixed !== undefined) return fixed;
  const trimmed = text.trim();
  if (/^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(trimmed)) return Number(trimmed) * 1000;
  return parseIsoForms(trimmed) ?? parseOtherForms(trimmed);
}

function parseFixedForm(text: string): number | undefined {
  const { length } = text;
  if (length !== 20 && length !== 24) return undefined;
  for (let i = 0; i < length; i++) fixedForm.setUint8(i, Math.min(text.charCodeAt(i), 127));
  return parseFixedTimestamp(fixedForm, 0, length);
}

const fixedForm = new DataView(new ArrayBuffer(24));

const isoForm =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)? ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;

const shortIsoForm =
  /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d+))?)?(Z|[+-]\d\d(?::?\d\d)?)?$/i;

/** ISO 8601 with what the fixed form leaves out: other zones, spaces, dates alone, longer fractions, nothing between. No zone means UTC. */
function parseIsoForms(text: string): number | undefined {
  const found = isoForm.exec(text) ?? shortIsoForm.exec(text);
  if (found === null) return undefined;
  const field = (index: number): number => Number(found[index] ?? 0);
  const milliseconds = Number(`0.${found[7] ?? '0'}`) * 1000;
  const [hour, minute, second] = [field(4), field(5), field(6)];
  const time = joinFields(field(1), field(2), field(3), hour, minute, second, milliseconds);
  return time - zoneOffset(found[8] ?? 'Z');
}

/** RFC 822 and what else the platform reads. Text without a zone is UTC, never the machine's own zone. */
function parseOtherForms(text: string): number {
  if (!/^[a-z]{3}|^\d/i.test(text)) return Number.NaN;
  const hasZone = /(?:Z|GMT|UTC?|[ECMP][SD]T|[+-]\d\d:?\d\d)$/i.test(text);
  return Date.parse(hasZone ? text : `${text} UTC`);
}

function zoneOffset(zone: string): number {
  const found = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (found === null) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return (found[1] === '-' ? -minutes : minutes) * 60_000;
}

/** Milliseconds since 1970; NaN for what is no date or no time of the day. */
function joinFields(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  milliseconds: number,
): number {
  if (!isDate(year, month, day) || milliseconds < 0) return Number.NaN;
  const time = secondsOfDay(hour, minute, second);
  return (daysSince1970(year, month, day) * 86_400 + time) * 1000 + milliseconds;
}

function isDate(year: number, month: number, day: number): boolean {
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return false;
  return day <= 28 || day <= daysIn(year, month);
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
