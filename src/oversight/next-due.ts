// When something that is done again and again is due next. Pure; days are calendar dates of the practice.
import { addMonths, daysBetween, type CalendarDate } from '../common/calendar-date';

export interface LastDone {
  readonly doneOn: CalendarDate;
  /** the day that was agreed on for the next time, where one was */
  readonly nextOn?: CalendarDate | null;
}

export interface DueStanding {
  /** the last time; null when it was never done */
  readonly lastOn: CalendarDate | null;
  /** null where it was never done, or comes again on no day that is known */
  readonly dueOn: CalendarDate | null;
  readonly state: 'never_done' | 'overdue' | 'due' | 'no_day';
  /** until the due day; negative when it has passed */
  readonly daysLeft: number | null;
}

/**
 * The latest of several times decides. On its last day something is due, and overdue the day after.
 * @param months after which it comes again where no day was agreed on; null for no interval
 */
export function dueStanding(
  done: readonly LastDone[],
  months: number | null,
  today: CalendarDate,
): DueStanding {
  const last = done.reduce<LastDone | null>(
    (latest, one) => (latest === null || one.doneOn > latest.doneOn ? one : latest),
    null,
  );
  if (!last) return { lastOn: null, dueOn: null, state: 'never_done', daysLeft: null };
  const dueOn = last.nextOn ?? (months === null ? null : addMonths(last.doneOn, months));
  if (dueOn === null) return { lastOn: last.doneOn, dueOn, state: 'no_day', daysLeft: null };
  const daysLeft = daysBetween(today, dueOn);
  return { lastOn: last.doneOn, dueOn, state: daysLeft < 0 ? 'overdue' : 'due', daysLeft };
}
