// A checklist answer as it counts on a date: a claim to documents needs to name them, a future answer waits for its day, and a
// good answer grows old. A "no" does not: bad news is not forgotten.
import type { ChecklistItem } from '../../checklists/checklist.fields';
import type { CalendarDate } from '../../common/calendar-date';
import { BASES, type AnswerValue, type Basis } from '../../common/words';
import { monthsBetween, type AgeLimits } from './evidence-age';
import type { FreshnessCode } from './scoring-model';
import type { ServiceFacts } from './service-facts';

export interface DatedAnswer {
  value: AnswerValue;
  basis: Basis;
  /** true when the basis claimed needs evidence and none is named */
  evidenceMissing: boolean;
  answeredOn: CalendarDate;
  limits: AgeLimits;
}

export interface CountedAnswer extends DatedAnswer {
  freshness: FreshnessCode;
  ageMonths: number;
}

/** Order of preference for the worse of two answers to one item (an import refuses two): worst value, weakest basis, oldest. */
const WORST_FIRST: readonly AnswerValue[] = ['no', 'unknown', 'partly', 'yes'];

export type AnswersByItem = ReadonlyMap<ChecklistItem, readonly DatedAnswer[]>;

/** The answers by item, worst first. */
export function answersByItem(
  answers: ServiceFacts['checklistAnswers'],
  limitsOf: (date: CalendarDate) => AgeLimits,
): AnswersByItem {
  const byItem = new Map<ChecklistItem, DatedAnswer[]>();
  for (const answer of answers) {
    const claimed = answer.basis ?? 'stated';
    const evidenceMissing = (claimed === 'documented' || claimed === 'audited') && !answer.evidence;
    const dated: DatedAnswer = {
      value: answer.value,
      basis: evidenceMissing ? 'stated' : claimed,
      evidenceMissing,
      answeredOn: answer.answeredOn,
      limits: limitsOf(answer.answeredOn),
    };
    const sameItem = byItem.get(answer.item);
    if (sameItem) sameItem.push(dated);
    else byItem.set(answer.item, [dated]);
  }
  for (const sameItem of byItem.values()) if (sameItem.length > 1) sameItem.sort(worstFirst);
  return byItem;
}

/** The answers that have been given by a date, as they count on it. */
export function countedOn(answers: AnswersByItem, asOf: CalendarDate): Map<ChecklistItem, CountedAnswer> {
  const counted = new Map<ChecklistItem, CountedAnswer>();
  for (const [item, ofItem] of answers) {
    const answer = ofItem.find(({ answeredOn }) => answeredOn <= asOf);
    if (answer) counted.set(item, countedAnswer(answer, asOf));
  }
  return counted;
}

function countedAnswer(answer: DatedAnswer, asOf: CalendarDate): CountedAnswer {
  return {
    value: answer.value,
    basis: answer.basis,
    evidenceMissing: answer.evidenceMissing,
    answeredOn: answer.answeredOn,
    limits: answer.limits,
    freshness:
      asOf <= answer.limits.currentUntil ? 'current' : asOf <= answer.limits.ageingUntil ? 'ageing' : 'stale',
    ageMonths: monthsBetween(answer.answeredOn, asOf),
  };
}

/** What the answer settles: a favourable answer that has gone stale settles nothing any more. */
export function settledValue(answer: CountedAnswer | undefined): AnswerValue {
  if (!answer) return 'unknown';
  return answer.freshness === 'stale' && answer.value !== 'no' ? 'unknown' : answer.value;
}

function worstFirst(first: DatedAnswer, second: DatedAnswer): number {
  return (
    WORST_FIRST.indexOf(first.value) - WORST_FIRST.indexOf(second.value) ||
    BASES.indexOf(second.basis) - BASES.indexOf(first.basis) ||
    (first.answeredOn < second.answeredOn ? -1 : first.answeredOn > second.answeredOn ? 1 : 0)
  );
}
