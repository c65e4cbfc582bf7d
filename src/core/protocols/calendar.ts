// The Gregorian calendar and the day, without the limits of `Date`: its `UTC` takes years below 100 for 19xx, and AWS sends year 1.

export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** NaN for what is no time of the day; a leap second is one. */
export function secondsOfDay(hour: number, minute: number, second: number): number {
  const isTime =
    hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 60;
  return isTime ? (hour * 60 + minute) * 60 + second : Number.NaN;
}

/** Days of a usual year before the month, from January as 1 on. */
const daysBefore = Int16Array.of(0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334);

/** Days from the first of 1970 to a date. */
export function daysSince1970(year: number, month: number, day: number): number {
  const leapYears = month <= 2 ? year - 1 : year;
  const leapDays =
    Math.floor(leapYears / 4) - Math.floor(leapYears / 100) + Math.floor(leapYears / 400);
  return year * 365 + leapDays + (daysBefore[month] as number) + day - 719_528;
}
