// Dates in words, written by ourselves: what the language library of a Node release says may change, a report may not.
import type { CalendarDate } from '../../common/calendar-date';

const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December',
] as const; // prettier-ignore

/** "November 20, 2026" */
export function longDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${MONTHS[month - 1]} ${day}, ${year}`;
}

/** "Nov 20, 2026", for tables */
export function shortDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${MONTHS[month - 1]?.slice(0, 3)} ${day}, ${year}`;
}

/** "November 20, 2026, 18:02 UTC", from an ISO 8601 instant in UTC */
export function instantInWords(instant: string): string {
  return `${longDate(instant.slice(0, 10))}, ${instant.slice(11, 16)} UTC`;
}
