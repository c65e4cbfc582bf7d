// Timestamps as nearly all of XML has them, `2024-05-01T10:20:30Z` and `2024-05-01T10:20:30.123Z`, from their bytes.

import { daysIn, daysSince1970, secondsOfDay } from './calendar.ts';

/** In bytes, without and with milliseconds. */
export const fixedTimestampLengths = [20, 24] as const;

const HYPHEN = 45;
const POINT = 46;
const COLON = 58;
const UPPER_T = 84;
const UPPER_Z = 90;

/** The month met last, which mostly is the next one's too. */
const month = {
  /** Its eight bytes with the hyphens, as a number; bytes that are not ASCII may make one that is like no other. */
  bytes: Number.NaN,
  /** In seconds since 1970. */
  start: 0,
  days: 0,
};

/** Milliseconds since 1970; undefined for any other form, NaN for what is no date or no time of the day. */
export function parseFixedTimestamp(
  view: DataView,
  start: number,
  end: number,
): number | undefined {
  const length = end - start;
  if ((length !== 20 && length !== 24) || view.getUint8(end - 1) !== UPPER_Z) return undefined;
  if (
    view.getUint8(start + 10) !== UPPER_T ||
    view.getUint8(start + 13) !== COLON ||
    view.getUint8(start + 16) !== COLON ||
    (length === 24 && view.getUint8(start + 19) !== POINT)
  ) {
    return undefined;
  }
  if (view.getFloat64(start, true) !== month.bytes) {
    if (view.getUint8(start + 4) !== HYPHEN || view.getUint8(start + 7) !== HYPHEN)
      return undefined;
    if (!turnToMonth(view, start)) return Number.NaN;
  }
  const day = twoDigits(view, start + 8);
  const time = secondsOfDay(
    twoDigits(view, start + 11),
    twoDigits(view, start + 14),
    twoDigits(view, start + 17),
  );
  const milliseconds =
    length === 24 ? twoDigits(view, start + 20) * 10 + oneDigit(view, start + 22) : 0;
  if (day < 1 || day > month.days || milliseconds < 0) return Number.NaN;
  return (month.start + (day - 1) * 86_400 + time) * 1000 + milliseconds;
}

/** False for what is no month. */
function turnToMonth(view: DataView, start: number): boolean {
  const year = twoDigits(view, start) * 100 + twoDigits(view, start + 2);
  const number = twoDigits(view, start + 5);
  if (year < 0 || number < 1 || number > 12) return false;
  month.bytes = view.getFloat64(start, true);
  month.start = daysSince1970(year, number, 1) * 86_400;
  month.days = daysIn(year, number);
  return true;
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
