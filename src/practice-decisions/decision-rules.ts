// What a decision of the practice must say, and how it stands on a day. Pure.
import { addMonths, type CalendarDate } from '../common/calendar-date';
import type { FaultCode } from '../common/problems/fault-codes';
import type {
  DecisionConditionFields,
  PracticeDecisionFields,
  PracticeOutcome,
  ResultDecision,
} from './practice-decision.fields';

export interface DecisionFault {
  code: FaultCode;
  detail: string;
  at: (string | number)[];
}

/** A house rule: a decision that nobody looks at again for longer is none any more. */
export const LONGEST_REVIEW_MONTHS = 24;

/** How much is allowed, from nothing. */
const ALLOWS: Readonly<Record<PracticeOutcome, number>> = {
  do_not_use: 0,
  stop_using: 0,
  use_with_conditions: 1,
  use: 2,
};
const RESULT_ALLOWS: Readonly<Record<ResultDecision, number>> = {
  do_not_use: 0,
  not_enough_known: 0,
  use_with_conditions: 1,
  acceptable: 2,
};

/** Less strict than the result. Being stricter needs no other reason than the decision has. */
export function isContrary(outcome: PracticeOutcome, result: ResultDecision): boolean {
  return ALLOWS[outcome] > RESULT_ALLOWS[result];
}

/** @param today where the practice is; dates are not held against it when it is left out */
export function decisionFaults(decision: PracticeDecisionFields, today?: CalendarDate): DecisionFault[] {
  const { outcome, conditions, contraryReason, lookedAt, decidedOn, reviewOn } = decision;
  const last = addMonths(decidedOn, LONGEST_REVIEW_MONTHS);
  return [
    ...when(
      outcome === 'use_with_conditions' && (conditions ?? []).length === 0,
      'conditions-missing',
      'name at least one condition, or decide to use it without',
      ['conditions'],
    ),
    ...when(
      lookedAt != null && isContrary(outcome, lookedAt.decision) && !contraryReason,
      'reason-missing',
      'say why: this is less strict than what the result says',
      ['contraryReason'],
    ),
    ...when(reviewOn <= decidedOn, 'dates-reversed', 'must lie after the day of the decision', ['reviewOn']),
    ...when(reviewOn > last, 'term-too-long', `must be at most two years on: ${last} or earlier`, [
      'reviewOn',
    ]),
    ...late(decidedOn, today, ['decidedOn']),
    ...(conditions ?? []).flatMap(({ dueOn, metOn }, place) => [
      ...when(dueOn != null && dueOn < decidedOn, 'dates-reversed', 'lies before the day of the decision', [
        ...['conditions', place, 'dueOn'],
      ]),
      ...late(metOn, today, ['conditions', place, 'metOn']),
    ]),
  ];
}

export interface DecisionStanding {
  /** a later decision about the same has taken its place */
  isSuperseded: boolean;
  isReviewOverdue: boolean;
  /** less strict than what the result said then */
  isContrary: boolean;
  /** the result says something else than it said then; null while it does not */
  resultNow: ResultDecision | null;
  openConditions: DecisionConditionFields[];
  overdueConditions: DecisionConditionFields[];
}

/** @param resultNow what the result of the service decides on the day; null when there is none */
export function decisionStanding(
  decision: PracticeDecisionFields,
  resultNow: ResultDecision | null,
  today: CalendarDate,
  isSuperseded: boolean,
): DecisionStanding {
  const { conditions, lookedAt, outcome, reviewOn } = decision;
  const open = (conditions ?? []).filter(({ metOn }) => metOn == null || metOn > today);
  return {
    isSuperseded,
    isReviewOverdue: !isSuperseded && reviewOn < today,
    isContrary: lookedAt != null && isContrary(outcome, lookedAt.decision),
    resultNow: lookedAt && resultNow && resultNow !== lookedAt.decision ? resultNow : null,
    openConditions: open,
    overdueConditions: open.filter(({ dueOn }) => dueOn != null && dueOn < today),
  };
}

/** A stop of the same day is never hidden by a yes. */
const STRICTEST_FIRST: readonly PracticeOutcome[] = [
  'stop_using',
  'do_not_use',
  'use_with_conditions',
  'use',
];

/** Place of `column` in that order, for an ORDER BY: the smallest stands. */
export const strictnessOf = (column: string): string =>
  `array_position(array[${STRICTEST_FIRST.map((one) => `'${one}'`).join(', ')}], ${column})`;

type Dated = Pick<PracticeDecisionFields, 'service' | 'decidedOn' | 'outcome'> & { key: string };

/** The decision that stands about each thing: the latest, and of one day the strictest, then the one with the last key. What lies after the day is not there yet. */
export function decisionsThatStand<T extends Dated>(
  decisions: readonly T[],
  today: CalendarDate,
): Map<string | null, T> {
  const standing = new Map<string | null, T>();
  for (const decision of decisions) {
    if (decision.decidedOn > today) continue;
    const subject = decision.service ?? null;
    const before = standing.get(subject);
    if (!before || isLater(decision, before)) standing.set(subject, decision);
  }
  return standing;
}

function isLater(one: Dated, other: Dated): boolean {
  if (one.decidedOn !== other.decidedOn) return one.decidedOn > other.decidedOn;
  const strictness = STRICTEST_FIRST.indexOf(other.outcome) - STRICTEST_FIRST.indexOf(one.outcome);
  return strictness === 0 ? one.key > other.key : strictness > 0;
}

function late(
  date: CalendarDate | null | undefined,
  today: CalendarDate | undefined,
  at: (string | number)[],
): DecisionFault[] {
  return when(
    date != null && today !== undefined && date > today,
    'dated-in-the-future',
    `lies after ${today}; say it once it is so`,
    at,
  );
}

function when(holds: boolean, code: FaultCode, detail: string, at: (string | number)[]): DecisionFault[] {
  return holds ? [{ code, detail, at }] : [];
}
