// How one duty stands on a day: done, done late, overdue, open, or not due, always with the reason.
import { daysBetween, type CalendarDate } from '../common/calendar-date';
import type { IncidentDuty, Jurisdiction } from './incident-words';
import type { VendorTerm } from './vendor-term';

export const DUTY_STATES = ['done', 'done_late', 'overdue', 'open', 'not_due'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

export const DUTY_REASONS = [
  // why it is not due
  'not_covered_entity',
  'no_impermissible_use',
  'data_secured',
  'exception',
  'low_probability',
  'told_anyway',
  'not_above_threshold',
  'no_term_in_force',
  'none_needed',
  // why it is due, or what its day rests on
  'presumed_breach',
  'breach',
  'number_unknown',
  'residents_unknown',
  'with_individual_notice',
  'law_enforcement_delay',
  'look_up',
  'outcome_missing',
  'outcome_recorded',
  'factors_open',
  'concluded',
  'vendor_discovery_unknown',
  'agreement_term',
] as const;
export type DutyReason = (typeof DUTY_REASONS)[number];

export interface DutyStanding {
  readonly duty: IncidentDuty;
  /** of duties that a state has one by one; null elsewhere, and where it is not known in which states people live */
  readonly state: Jurisdiction | null;
  readonly standing: DutyState;
  readonly reason: DutyReason;
  /** first day of its time; null where it is not due */
  readonly since: CalendarDate | null;
  /** last day of its time; null where none is set */
  readonly dueOn: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  /** days until dueOn, negative once it is past; null where it is done, not due or without a day */
  readonly daysLeft: number | null;
  /** the term of an agreement that the day rests on */
  readonly term: VendorTerm | null;
}

export interface OwedDuty {
  readonly duty: IncidentDuty;
  readonly state?: Jurisdiction | null;
  readonly reason: DutyReason;
  readonly since: CalendarDate;
  readonly dueOn: CalendarDate | null;
  readonly doneOn?: CalendarDate | null;
  readonly term?: VendorTerm | null;
}

/** A day is in time to its end: a duty is overdue from the day after. */
export function owed(owing: OwedDuty, today: CalendarDate): DutyStanding {
  const { duty, reason, since, dueOn } = owing;
  const doneOn = owing.doneOn ?? null;
  const standing = standingOf(dueOn, doneOn, today);
  const runs = doneOn === null && dueOn !== null;
  return {
    ...{ duty, state: owing.state ?? null, standing, reason, since, dueOn, doneOn },
    daysLeft: runs ? daysBetween(today, dueOn) : null,
    term: owing.term ?? null,
  };
}

/** Done on a day that nobody wrote down. */
export function settled(
  duty: IncidentDuty,
  reason: DutyReason,
  since: CalendarDate,
  doneOn: CalendarDate | null,
): DutyStanding {
  return {
    ...{ duty, state: null, standing: 'done', reason, since, doneOn },
    ...{ dueOn: null, daysLeft: null, term: null },
  };
}

export function notDue(
  duty: IncidentDuty,
  reason: DutyReason,
  state: Jurisdiction | null = null,
): DutyStanding {
  return {
    ...{ duty, state, standing: 'not_due', reason },
    ...{ since: null, dueOn: null, doneOn: null, daysLeft: null, term: null },
  };
}

/** Still to be done, in time or not. */
export function isLeft({ standing }: Pick<DutyStanding, 'standing'>): boolean {
  return standing === 'open' || standing === 'overdue';
}

function standingOf(dueOn: CalendarDate | null, doneOn: CalendarDate | null, today: CalendarDate): DutyState {
  if (doneOn !== null) return dueOn !== null && doneOn > dueOn ? 'done_late' : 'done';
  return dueOn !== null && today > dueOn ? 'overdue' : 'open';
}
