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

/** "Signed on 2026-11-20": dates as programs write them, in the words of a table. A key that ends in a date stays what it is. */
export function withDatesInWords(text: string): string {
  return text.replace(/(?<![\w-])\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w-])/g, shortDate);
}

/** What a contract names in hours: up to three days as it does, "72 hours", longer ones in days where these are whole, "60 days". */
export function hoursInWords(hours: number): string {
  if (hours > 72 && hours % 24 === 0) return `${hours / 24} days`;
  return hours === 1 ? '1 hour' : `${hours} hours`;
}
