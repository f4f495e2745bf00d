// The last days for the notices of a breach. All are calendar dates in the practice's time zone, and all are outer limits: the notices themselves are owed
// without unreasonable delay (45 CFR 164.404(b), 164.406(b), 164.408, 164.412).
import { addDays, yearOf, type CalendarDate } from '../common/calendar-date';
import type { BreachNumbers } from './breach-notification-catalog';
import type { LawEnforcementDelayFields } from './breach-assessment.fields';

/** Last day for whoever is told within days of discovery: the day of discovery is day 0. */
export function noticeDueBy(discoveredOn: CalendarDate, { noticeDays }: BreachNumbers): CalendarDate {
  return addDays(discoveredOn, noticeDays);
}

/** Last day to report to HHS after the end of the calendar year of discovery: 1 March, or 29 February where the next year is a leap year. */
export function yearlyReportDueBy(discoveredOn: CalendarDate, { yearEndDays }: BreachNumbers): CalendarDate {
  return addDays(`${yearOf(discoveredOn)}-12-31`, yearEndDays);
}

/** Last day for which an official's statement delays notices; null when it delays none. Spoken words delay for so many days at most. */
export function delayedUntil(
  delay: LawEnforcementDelayFields | null | undefined,
  { spokenDelayDays }: BreachNumbers,
): CalendarDate | null {
  if (!delay) return null;
  const { statedOn, inWriting, until } = delay;
  if (inWriting) return until ?? null;
  const longest = addDays(statedOn, spokenDelayDays);
  return until && until < longest ? until : longest;
}
