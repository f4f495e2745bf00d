// Ages in whole months. Limits are inclusive: on the day twelve months later, evidence is still current.
import { addMonths, dayOf, monthOf, nextDay, yearOf, type CalendarDate } from '../../common/calendar-date';

export interface AgeLimits {
  currentUntil: CalendarDate;
  ageingUntil: CalendarDate;
  /** the day after currentUntil */
  ageingFrom: CalendarDate;
  /** the day after ageingUntil */
  staleFrom: CalendarDate;
}

export type LimitsByDate = ReadonlyMap<CalendarDate, AgeLimits>;

/**
 * Limits by date, each date worked out once: the answers of a checklist mostly share one.
 * @param known is filled with the limits of every date that is asked for
 */
export function ageLimits(
  currentMonths: number,
  ageingMonths: number,
  known = new Map<CalendarDate, AgeLimits>(),
): (date: CalendarDate) => AgeLimits {
  return (date) => {
    const found = known.get(date);
    if (found) return found;
    const made = limitsOf(date, currentMonths, ageingMonths);
    known.set(date, made);
    return made;
  };
}

function limitsOf(date: CalendarDate, currentMonths: number, ageingMonths: number): AgeLimits {
  const currentUntil = addMonths(date, currentMonths);
  const ageingUntil = addMonths(date, ageingMonths);
  return {
    currentUntil,
    ageingUntil,
    ageingFrom: nextDay(currentUntil),
    staleFrom: nextDay(ageingUntil),
  };
}

/** Whole months from one date to a later one, as a calendar counts them: 31 January to 28 February is one. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  if (dayOf(to) >= dayOf(from)) return Math.max(0, months);
  return Math.max(0, addMonths(from, months) <= to ? months : months - 1);
}
