// Calendar dates as YYYY-MM-DD strings: agreement terms, evidence ages and legal clocks are dates in the practice's time
// zone, never instants. Strings of this form compare correctly with < and >.
export type CalendarDate = string;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a date that exists: 2026-02-30 is refused. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string') return false;
  const match = FORM.exec(value);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The date `days` after (or before, when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return toCalendarDate(utcOf(date) + days * 86_400_000);
}

/** The day after. Whole numbers and no Date: scoring asks this of every dated fact. */
export function nextDay(date: CalendarDate): CalendarDate {
  const [year, month, day] = [yearOf(date), monthOf(date), dayOf(date)];
  if (day < daysIn(year, month)) return `${date.slice(0, 8)}${twoDigits(day + 1)}`;
  const [inYear, next] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return `${String(inYear).padStart(4, '0')}-${twoDigits(next)}-01`;
}

/** The day before, likewise. */
export function dayBefore(date: CalendarDate): CalendarDate {
  const [year, month, day] = [yearOf(date), monthOf(date), dayOf(date)];
  if (day > 1) return `${date.slice(0, 8)}${twoDigits(day - 1)}`;
  const [inYear, before] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return `${String(inYear).padStart(4, '0')}-${twoDigits(before)}-${daysIn(inYear, before)}`;
}

/** The same day of the month `months` later; the last day of that month where it has no such day (31 January + 1 = 28 February). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  // Whole numbers and no Date: scoring asks this of every dated fact, several times.
  const month = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(month / 12);
  const monthOfYear = month - year * 12 + 1;
  const day = Math.min(dayOf(date), daysIn(year, monthOfYear));
  return `${String(year).padStart(4, '0')}-${twoDigits(monthOfYear)}-${twoDigits(day)}`;
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((utcOf(to) - utcOf(from)) / 86_400_000);
}

/** The calendar date of an instant in an IANA time zone such as America/Chicago. */
export function dateInTimeZone(instant: Date, timeZone: string): CalendarDate {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** 2026 of 2026-11-22. */
export function yearOf(date: CalendarDate): number {
  return twoDigitsAt(date, 0) * 100 + twoDigitsAt(date, 2);
}

/** 11 of 2026-11-22. */
export function monthOf(date: CalendarDate): number {
  return twoDigitsAt(date, 5);
}

/** 22 of 2026-11-22. */
export function dayOf(date: CalendarDate): number {
  return twoDigitsAt(date, 8);
}

/** Without cutting the string up: scoring asks this of every dated fact, several times. */
function twoDigitsAt(date: CalendarDate, place: number): number {
  return (date.charCodeAt(place) - ZERO) * 10 + date.charCodeAt(place + 1) - ZERO;
}

const ZERO = '0'.charCodeAt(0);
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] as number);
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

function utcOf(date: CalendarDate): number {
  return Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date));
}

function toCalendarDate(utcMilliseconds: number): CalendarDate {
  return new Date(utcMilliseconds).toISOString().slice(0, 10);
}
