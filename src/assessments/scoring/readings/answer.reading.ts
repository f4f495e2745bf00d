// An answer of the due-diligence questionnaire. A question that the facts do not call for is said not to apply, and counts as a statement of the
// practice: the record of what the tool does and of what flows is its own word. What no flow could bring is not read at all (compiled-model.ts).
import type { CalendarDate } from '../../../common/calendar-date';
import { later } from '../agreement-term';
import type { AskedQuestion } from '../asked-questions';
import type { Held } from '../condition';
import type { ServiceView } from '../service-view';
import { spokenAgainst } from '../spoken-against';
import type { FreshnessCode, ScoringModel } from '../scoring-model';
import { answerOn, metOn, type AnswersByQuestion, type QuestionAnswer } from '../question-answers';
import { monthsBetween } from '../evidence-age';
import { claimOr, notMet, unknown, type Reading } from './reading';

/** What answers are read from: the answers about a service with those about the practice, or those about the practice alone. */
export interface Questioned {
  readonly model: ScoringModel;
  readonly asOf: CalendarDate;
  readonly held: Held;
  readonly questionAnswers: AnswersByQuestion;
}

export function readAnswer(view: Questioned, question: AskedQuestion): Reading {
  const onRecord = readOnRecord(view, question);
  return question.isAsked(view.held) ? onRecord : claimOr(question.notCalledFor, onRecord, view.model);
}

/** The answer, whether or not the question is called for. */
function readOnRecord(view: Questioned, question: AskedQuestion): Reading {
  const { source } = question;
  const answer = answerOn(view.questionAnswers, question, view.asOf);
  if (!answer) return question.unanswered;
  switch (metOn(answer, view.asOf)) {
    case 'unknown':
      return unknown(source, whyUnknown(answer, view.asOf));
    case 'not_met':
      return notMet(source, `The answer of ${answer.answeredOn} does not meet what is asked for.`);
    case 'partly':
      return favourable(answer, 'partly', source, view.asOf);
    case 'fully':
      return favourable(answer, 'fully', source, view.asOf);
  }
}

/** The answer, unless something on record of the service speaks against it. */
export function readAnswerBesideRecords(view: ServiceView, question: AskedQuestion): Reading {
  const onRecord = besideRecords(view, question, readOnRecord(view, question));
  return question.isAsked(view.held) ? onRecord : claimOr(question.notCalledFor, onRecord, view.model);
}

function besideRecords(view: ServiceView, question: AskedQuestion, found: Reading): Reading {
  const { met } = found;
  if (found.countsFrom === null || (met !== 'fully' && met !== 'partly')) return found;
  const { record, because, clearedSince } = spokenAgainst(view, question.id, met);
  if (record !== null) return notMet(found.source, `The answer is good, but: ${because}`);
  return clearedSince === null ? found : { ...found, countsFrom: later(found.countsFrom, clearedSince) };
}

function whyUnknown({ value, answeredOn, disputedOn }: QuestionAnswer, asOf: CalendarDate): string {
  if (disputedOn !== null && disputedOn <= asOf)
    return `The answer of ${answeredOn} is disputed since ${disputedOn}.`;
  return value === 'unknown'
    ? 'The answer is that it is not known.'
    : `The answer of ${answeredOn} is none that the question knows today.`;
}

function favourable(
  answer: QuestionAnswer,
  met: 'fully' | 'partly',
  source: string,
  asOf: CalendarDate,
): Reading {
  const { answeredOn, basis, evidenceMissing, limits, saidNotToApplyBy } = answer;
  if (asOf > limits.ageingUntil) return unknown(source, `The answer of ${answeredOn} is too old to count.`);
  const freshness: FreshnessCode = asOf <= limits.currentUntil ? 'current' : 'ageing';
  const told = evidenceMissing ? 'no evidence is named, so it counts as stated' : basis;
  return {
    met,
    basis,
    freshness,
    ageMonths: monthsBetween(answeredOn, asOf),
    known: true,
    countsFrom: answeredOn,
    source,
    because: saidNotToApplyBy
      ? `Said not to apply, by the ${saidNotToApplyBy}, on ${answeredOn}: a claim counts as stated, whatever shows it.`
      : `The answer of ${answeredOn} meets it ${met} (${told}).`,
  };
}
