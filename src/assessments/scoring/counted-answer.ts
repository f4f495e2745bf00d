// A checklist answer as it counts on a date: a claim to documents needs to name them, a future answer waits for its day, and a
// good answer grows old. A "no" does not: bad news is not forgotten.
import { CHECKLIST_ITEMS, type ChecklistItem } from '../../checklists/checklist.fields';
import type { CalendarDate } from '../../common/calendar-date';
import { BASES, type AnswerValue, type Basis } from '../../common/words';
import { readyQuestions, type AskedQuestion } from './asked-questions';
import { monthsBetween, type AgeLimits } from './evidence-age';
import { answerOn, metOn, type AnswersByQuestion } from './question-answers';
import type { FreshnessCode, ScoringModel } from './scoring-model';
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
  /** since when it has stood so: where checklist and questionnaire both speak, since the later of the two */
  since: CalendarDate;
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

interface Answered {
  readonly answers: AnswersByItem;
  readonly questionAnswers: AnswersByQuestion;
  readonly model: ScoringModel;
}

/** An item of the checklist to which checklist and questionnaire say different things on a date. */
export interface Disagreement {
  readonly item: ChecklistItem;
  readonly listed: AnswerValue;
  readonly asked: AnswerValue;
}

export interface Counted {
  readonly counted: ReadonlyMap<ChecklistItem, CountedAnswer>;
  /** in the checklist's order */
  readonly disagreements: readonly Disagreement[];
}

/**
 * The answers that have been given by a date, as they count on it. An answer of the checklist and one of the questionnaire to the same
 * item speak for each other; where they differ the worse counts, also once it has gone stale.
 */
export function countedOn({ answers, questionAnswers, model }: Answered, asOf: CalendarDate): Counted {
  const counted = new Map<ChecklistItem, CountedAnswer>();
  const disagreements: Disagreement[] = [];
  const questions = questionsByItem(model);
  for (const item of CHECKLIST_ITEMS) {
    const listed = answers.get(item)?.find(({ answeredOn }) => answeredOn <= asOf);
    const question = questions.get(item);
    const asked = question && answerOn(questionAnswers, question, asOf);
    const first = listed && countedAnswer(listed, listed.value, asOf);
    const second = asked && countedAnswer(asked, VALUE_BY_MET[metOn(asked, asOf)], asOf);
    if (first && second && first.value !== second.value)
      disagreements.push({ item, listed: first.value, asked: second.value });
    const answer = worseOf(model, first, second);
    if (answer) counted.set(item, answer);
  }
  return { counted, disagreements };
}

/** Of one value the one that earns more; of two alike the first. */
function worseOf(
  { points }: ScoringModel,
  first: CountedAnswer | undefined,
  second: CountedAnswer | undefined,
): CountedAnswer | undefined {
  if (!first || !second) return first ?? second;
  const since = first.since > second.since ? first.since : second.since;
  const difference = WORST_FIRST.indexOf(second.value) - WORST_FIRST.indexOf(first.value);
  if (difference !== 0) return { ...(difference > 0 ? first : second), since };
  const worth = ({ basis, freshness }: CountedAnswer) =>
    points.assurance[basis] * points.freshness[freshness];
  return { ...(worth(second) > worth(first) ? second : first), since };
}

const VALUE_BY_MET = { fully: 'yes', partly: 'partly', not_met: 'no', unknown: 'unknown' } as const;

const byItem = new WeakMap<ScoringModel, ReadonlyMap<ChecklistItem, AskedQuestion>>();

/** The question that an item of the checklist is asked by, made once a model. */
function questionsByItem(model: ScoringModel): ReadonlyMap<ChecklistItem, AskedQuestion> {
  const found = byItem.get(model);
  if (found) return found;
  const made = new Map<ChecklistItem, AskedQuestion>();
  for (const question of readyQuestions(model).values()) {
    const { checklistItem } = question.definition;
    if (checklistItem) made.set(checklistItem, question);
  }
  byItem.set(model, made);
  return made;
}

function countedAnswer(
  answer: Omit<DatedAnswer, 'value'>,
  value: AnswerValue,
  asOf: CalendarDate,
): CountedAnswer {
  return {
    value,
    basis: answer.basis,
    evidenceMissing: answer.evidenceMissing,
    answeredOn: answer.answeredOn,
    limits: answer.limits,
    freshness:
      asOf <= answer.limits.currentUntil ? 'current' : asOf <= answer.limits.ageingUntil ? 'ageing' : 'stale',
    ageMonths: monthsBetween(answer.answeredOn, asOf),
    since: answer.answeredOn,
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
