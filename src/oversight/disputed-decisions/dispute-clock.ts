// How a questioned decision stands: open, answered, under appeal or closed, with the days that the practice promised. Pure. The term is the practice's own
// promise; only a request to amend a record has one of the law beside it (45 CFR 164.526(b)(2), from knowledge), which has a register of its own.
import { addDays, daysBetween, type CalendarDate } from '../../common/calendar-date';

export interface DisputeCourse {
  readonly receivedOn: CalendarDate;
  /** days within which the practice promised an answer */
  readonly answerDays: number;
  readonly decidedOn?: CalendarDate | null;
  readonly reviewer?: string | null;
  readonly appealOn?: CalendarDate | null;
  readonly appealDays?: number | null;
  readonly appealDecidedOn?: CalendarDate | null;
  readonly appealReviewer?: string | null;
}

/** One clock: to the answer, or to the decision of the appeal. */
export interface DisputeClock {
  readonly from: CalendarDate;
  /** the last day of what was promised; null where no term was promised */
  readonly dueOn: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  /** days that it took, or has taken so far */
  readonly days: number;
  readonly isLate: boolean;
}

export type DisputeState = 'open' | 'answered' | 'appeal_open' | 'closed';

export interface DisputeStanding {
  readonly state: DisputeState;
  readonly answer: DisputeClock;
  readonly appeal: DisputeClock | null;
  /** the appeal was decided by whoever answered: allowed in a practice of one, and said */
  readonly isSameReviewer: boolean;
}

export function disputeStanding(course: DisputeCourse, today: CalendarDate): DisputeStanding {
  const { receivedOn, answerDays, decidedOn, appealOn, appealDays, appealDecidedOn } = course;
  const answer = clockOf(receivedOn, answerDays, decidedOn ?? null, today);
  const appeal = appealOn ? clockOf(appealOn, appealDays ?? null, appealDecidedOn ?? null, today) : null;
  return { state: stateOf(answer, appeal), answer, appeal, isSameReviewer: isSameReviewer(course) };
}

function clockOf(
  from: CalendarDate,
  term: number | null,
  doneOn: CalendarDate | null,
  today: CalendarDate,
): DisputeClock {
  const dueOn = term === null ? null : addDays(from, term);
  const until = doneOn ?? today;
  return { from, dueOn, doneOn, days: daysBetween(from, until), isLate: dueOn !== null && until > dueOn };
}

function stateOf(answer: DisputeClock, appeal: DisputeClock | null): DisputeState {
  if (!answer.doneOn) return 'open';
  if (!appeal) return 'answered';
  return appeal.doneOn ? 'closed' : 'appeal_open';
}

function isSameReviewer({ reviewer, appealReviewer }: DisputeCourse): boolean {
  const plain = (name?: string | null) => (name ?? '').trim().toLowerCase();
  return plain(reviewer) !== '' && plain(reviewer) === plain(appealReviewer);
}
