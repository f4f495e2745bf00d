// Ages in whole months. Limits are inclusive: on the day twelve months later, evidence is still current.
import { addMonths, type CalendarDate } from '../../common/calendar-date';

export interface AgeLimits {
  currentUntil: CalendarDate;
  ageingUntil: CalendarDate;
}

export function ageLimits(date: CalendarDate, currentMonths: number, ageingMonths: number): AgeLimits {
  return { currentUntil: addMonths(date, currentMonths), ageingUntil: addMonths(date, ageingMonths) };
}

/** Whole months from one date to a later one, as a calendar counts them: 31 January to 28 February is one. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const months = years * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  if (to.slice(8) >= from.slice(8)) return Math.max(0, months);
  return Math.max(0, addMonths(from, months) <= to ? months : months - 1);
}
