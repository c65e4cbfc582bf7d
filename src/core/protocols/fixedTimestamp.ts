// Timestamps as nearly all of XML has them, `2024-05-01T10:20:30Z` and `2024-05-01T10:20:30.123Z`, from their bytes.

import { daysIn, daysSince1970, secondsOfDay } from './calendar.ts';

/** In bytes, without and with milliseconds. */
export const fixedTimestampLengths = [20, 24] as const;

/** Milliseconds since 1970; undefined for any other form, NaN for what is no date or no time of the day. */
export function parseFixedTimestamp(
  view: DataView,
  start: number,
  end: number,
): number | undefined {
  const length = end - start;
  if (length !== 20 && length !== 24) return undefined;
  // Four characters each, of which these leave a digit's number, and nothing of a separator.
  const dayHour = view.getInt32(start + 8, true) ^ 0x30543030;
  const hourMinute = view.getInt32(start + 12, true) ^ 0x30303a30;
  const second = view.getInt32(start + 16, true) ^ (length === 20 ? 0x5a30303a : 0x2e30303a);
  const fraction = length === 20 ? 0 : view.getInt32(start + 20, true) ^ 0x5a303030;
  // Has the highest bit of a byte where there is anything else.
  const wrong =
    (dayHour |
      (dayHour + 0x767f7676) |
      hourMinute |
      (hourMinute + 0x76767f76) |
      second |
      (second + 0x7f76767f) |
      fraction |
      (fraction + 0x7f767676)) &
    0x80808080;
  const month = wrong === 0 ? monthAt(view, start) : undefined;
  if (month === undefined) return isOfForm(view, start, length) ? Number.NaN : undefined;
  const day = (dayHour & 15) * 10 + ((dayHour >> 8) & 15);
  const time = secondsOfDay(
    (dayHour >> 24) * 10 + (hourMinute & 15),
    ((hourMinute >> 16) & 15) * 10 + (hourMinute >> 24),
    ((second >> 8) & 15) * 10 + ((second >> 16) & 15),
  );
  if (day < 1 || day > month.days) return Number.NaN;
  const milliseconds =
    (fraction & 15) * 100 + ((fraction >> 8) & 15) * 10 + ((fraction >> 16) & 15);
  return month.start + ((day - 1) * 86_400 + time) * 1000 + milliseconds;
}

interface Month {
  /** Its eight bytes with the hyphens, as a number; bytes that are not ASCII may make one that is like no other. */
  readonly bytes: number;
  /** In milliseconds since 1970. */
  readonly start: number;
  readonly days: number;
}

/** The months met last, which mostly are the next ones too, each in the place its bytes give it. */
const months: (Month | undefined)[] = Array.from({ length: 64 }, () => undefined);

/** Undefined for what is no month. */
function monthAt(view: DataView, start: number): Month | undefined {
  const bytes = view.getFloat64(start, true);
  const place = Math.imul(view.getInt32(start + 3, true), 0x9e3779b1) >>> 26;
  const known = months[place];
  if (known !== undefined && known.bytes === bytes) return known;
  const month = readMonth(view, start, bytes);
  if (month !== undefined) months[place] = month;
  return month;
}

const HYPHEN = 45;

function readMonth(view: DataView, start: number, bytes: number): Month | undefined {
  if (view.getUint8(start + 4) !== HYPHEN || view.getUint8(start + 7) !== HYPHEN) return undefined;
  const year = twoDigits(view, start) * 100 + twoDigits(view, start + 2);
  const number = twoDigits(view, start + 5);
  if (year < 0 || number < 1 || number > 12) return undefined;
  return { bytes, start: daysSince1970(year, number, 1) * 86_400_000, days: daysIn(year, number) };
}

/** Negative, whatever it is multiplied with and added to here, where a byte is not a digit. */
function twoDigits(view: DataView, at: number): number {
  return oneDigit(view, at) * 10 + oneDigit(view, at + 1);
}

const noDigit = -1e6;

function oneDigit(view: DataView, at: number): number {
  const digit = view.getUint8(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : noDigit;
}

/** Whether all but the digits is where it should be. */
function isOfForm(view: DataView, start: number, length: number): boolean {
  const form = length === 20 ? '    -  -  T  :  :  Z' : '    -  -  T  :  :  .   Z';
  for (let i = 0; i < length; i++) {
    if (form[i] !== ' ' && view.getUint8(start + i) !== form.charCodeAt(i)) return false;
  }
  return true;
}
