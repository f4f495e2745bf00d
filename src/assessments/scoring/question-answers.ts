// Answers of the due-diligence questionnaire as they count on a date: the newest to a question counts, a disputed one counts as
// unknown, a claim to documents needs to name them, and a good answer grows old while a bad one does not.
import type { CalendarDate } from '../../common/calendar-date';
import { BASES, type Basis } from '../../common/words';
import type { CountingAnswer } from '../../questionnaires/records/counting-answers';
import { metBy, saysNotThere } from './answer-met';
import { readyQuestions, type AskedQuestion } from './asked-questions';
import { ageLimits, type AgeLimits, type LimitsByDate } from './evidence-age';
import type { Answerer, Question } from './questionnaire-catalog';
import type { MetCode, ScoringModel } from './scoring-model';

export interface QuestionAnswer {
  readonly question: Question;
  readonly value: CountingAnswer['value'];
  readonly met: MetCode;
  readonly basis: Basis;
  /** true when the basis claimed needs evidence and none is named */
  readonly evidenceMissing: boolean;
  /** whose word it is that there is nothing there to ask about; null where the answer says no such thing */
  readonly saidNotToApplyBy: Answerer | null;
  readonly answeredOn: CalendarDate;
  readonly limits: AgeLimits;
  /** the day from which a reviewer disputes it; null when nobody does */
  readonly disputedOn: CalendarDate | null;
  readonly questionnaire: string;
  readonly submittedOn: CalendarDate | null;
}

/** By place of the question in the catalog, newest first; a question that nobody answered is left empty. */
export type AnswersByQuestion = readonly (readonly QuestionAnswer[] | undefined)[];

/**
 * Answers to questions that the catalog no longer holds are left out: nothing is built on them.
 * @param beside others that count as well, sorted already; they are left as they are
 */
export function answersByQuestion(
  given: readonly CountingAnswer[],
  model: ScoringModel,
  limitsOf: (date: CalendarDate) => AgeLimits,
  beside: AnswersByQuestion = [],
): AnswersByQuestion {
  const questions = readyQuestions(model);
  const byQuestion = beside.slice();
  while (byQuestion.length < questions.size) byQuestion.push(undefined);
  for (const answer of given) {
    const question = questions.get(answer.question);
    if (!question) continue;
    const made = questionAnswer(answer, question.definition, limitsOf(answer.answeredOn));
    const others = byQuestion[question.place];
    byQuestion[question.place] = others ? [...others, made].sort(newestFirst) : [made];
  }
  return byQuestion;
}

interface SortedAnswers {
  readonly answers: AnswersByQuestion;
  readonly dates: LimitsByDate;
}

const ofPractices = new WeakMap<readonly CountingAnswer[], WeakMap<ScoringModel, SortedAnswers>>();

/** The answers about the practice, sorted out once for all of its services, which are given one and the same list. */
export function practiceAnswers(given: readonly CountingAnswer[], model: ScoringModel): SortedAnswers {
  let byModel = ofPractices.get(given);
  if (!byModel) ofPractices.set(given, (byModel = new WeakMap()));
  const known = byModel.get(model);
  if (known) return known;
  const { currentMonths, ageingMonths } = model.ages.answer;
  const dates = new Map<CalendarDate, AgeLimits>();
  const made = {
    answers: answersByQuestion(given, model, ageLimits(currentMonths, ageingMonths, dates)),
    dates,
  };
  byModel.set(model, made);
  return made;
}

function questionAnswer(answer: CountingAnswer, question: Question, limits: AgeLimits): QuestionAnswer {
  const claimed = answer.basis ?? 'stated';
  const named = Boolean(answer.evidence) || (answer.evidenceKeys ?? []).length > 0;
  const evidenceMissing = (claimed === 'documented' || claimed === 'audited') && !named;
  const isClaim = saysNotThere(answer.value, question);
  return {
    question,
    value: answer.value,
    met: metBy(answer.value, question),
    basis: evidenceMissing || isClaim ? 'stated' : claimed,
    evidenceMissing,
    saidNotToApplyBy: isClaim ? (claimed === 'observed' ? 'practice' : question.answeredBy) : null,
    answeredOn: answer.answeredOn,
    limits,
    disputedOn: answer.review?.verdict === 'disputed' ? answer.review.on : null,
    questionnaire: answer.questionnaire,
    submittedOn: answer.submittedOn,
  };
}

/** The answer that counts on a date: the newest of those that have been given. */
export function answerOn(
  answers: AnswersByQuestion,
  { place }: AskedQuestion,
  asOf: CalendarDate,
): QuestionAnswer | undefined {
  const given = answers[place];
  if (!given) return undefined;
  for (const answer of given) if (answer.answeredOn <= asOf) return answer;
  return undefined;
}

/** The answers to each question of which somebody disputes one: few, and every date to come asks for them. */
export function disputedAmong(answers: AnswersByQuestion): readonly (readonly QuestionAnswer[])[] {
  const disputed: (readonly QuestionAnswer[])[] = [];
  for (const given of answers) if (given?.some(({ disputedOn }) => disputedOn !== null)) disputed.push(given);
  return disputed;
}

/** What an answer is worth on a date before its age: nothing while it is disputed. */
export function metOn({ met, disputedOn }: QuestionAnswer, asOf: CalendarDate): MetCode {
  return disputedOn !== null && disputedOn <= asOf ? 'unknown' : met;
}

/** By date of the answer, then of the submission; of two alike the worse, so that their order changes nothing. */
function newestFirst(first: QuestionAnswer, second: QuestionAnswer): number {
  return (
    compare(second.answeredOn, first.answeredOn) ||
    compare(second.submittedOn ?? '', first.submittedOn ?? '') ||
    worse(first) - worse(second) ||
    BASES.indexOf(second.basis) - BASES.indexOf(first.basis) ||
    compare(first.questionnaire, second.questionnaire)
  );
}

/** Disputed first, then not met, unknown, partly, fully. */
function worse({ met, disputedOn }: QuestionAnswer): number {
  return disputedOn !== null ? -1 : ORDER.indexOf(met);
}

const ORDER: readonly MetCode[] = ['not_met', 'unknown', 'partly', 'fully'];

function compare(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
