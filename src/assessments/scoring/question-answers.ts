// Answers of the due-diligence questionnaire as they count on a date: the newest to a question counts, a disputed one counts as
// unknown, a claim to documents needs to name them, and a good answer grows old while a bad one does not.
import type { CalendarDate } from '../../common/calendar-date';
import { BASES, type Basis } from '../../common/words';
import type { CountingAnswer } from '../../questionnaires/records/counting-answers';
import { metBy } from './answer-met';
import type { AgeLimits } from './evidence-age';
import type { Question } from './questionnaire-catalog';
import type { MetCode, ScoringModel } from './scoring-model';

export interface QuestionAnswer {
  readonly question: Question;
  readonly value: CountingAnswer['value'];
  readonly met: MetCode;
  readonly basis: Basis;
  /** true when the basis claimed needs evidence and none is named */
  readonly evidenceMissing: boolean;
  readonly answeredOn: CalendarDate;
  readonly limits: AgeLimits;
  /** the day from which a reviewer disputes it; null when nobody does */
  readonly disputedOn: CalendarDate | null;
  readonly questionnaire: string;
  readonly submittedOn: CalendarDate | null;
}

/** By question, newest first. */
export type AnswersByQuestion = ReadonlyMap<string, readonly QuestionAnswer[]>;

/** Answers to questions that the catalog no longer holds are left out: nothing is built on them. */
export function answersByQuestion(
  given: readonly CountingAnswer[],
  model: ScoringModel,
  limitsOf: (date: CalendarDate) => AgeLimits,
): AnswersByQuestion {
  const questions = questionsById(model);
  const byQuestion = new Map<string, QuestionAnswer[]>();
  for (const answer of given) {
    const question = questions.get(answer.question);
    if (!question) continue;
    const made = questionAnswer(answer, question, limitsOf(answer.answeredOn));
    const others = byQuestion.get(question.id);
    if (others) others.push(made);
    else byQuestion.set(question.id, [made]);
  }
  for (const answers of byQuestion.values()) if (answers.length > 1) answers.sort(newestFirst);
  return byQuestion;
}

function questionAnswer(answer: CountingAnswer, question: Question, limits: AgeLimits): QuestionAnswer {
  const claimed = answer.basis ?? 'stated';
  const named = Boolean(answer.evidence) || (answer.evidenceKeys ?? []).length > 0;
  const evidenceMissing = (claimed === 'documented' || claimed === 'audited') && !named;
  return {
    question,
    value: answer.value,
    met: metBy(answer.value, question),
    basis: evidenceMissing ? 'stated' : claimed,
    evidenceMissing,
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
  question: string,
  asOf: CalendarDate,
): QuestionAnswer | undefined {
  return answers.get(question)?.find(({ answeredOn }) => answeredOn <= asOf);
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

const known = new WeakMap<ScoringModel, ReadonlyMap<string, Question>>();

/** The questions of the catalog by id; made once a model. */
export function questionsById(model: ScoringModel): ReadonlyMap<string, Question> {
  const found = known.get(model);
  if (found) return found;
  const made = new Map(model.questionnaire.questions.map((question) => [question.id, question]));
  known.set(model, made);
  return made;
}
