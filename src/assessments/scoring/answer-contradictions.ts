// Answers against the rest of the record: the checklist against the questionnaire, a disputed answer, training by plan or provider,
// and answers that a record speaks against.
import { readyQuestions } from './asked-questions';
import { settledValue } from './counted-answer';
import { answerOn, metOn } from './question-answers';
import type { Contradiction } from './service-result';
import type { ServiceView } from './service-view';
import { QUESTIONS_WITH_RECORDS, spokenAgainst } from './spoken-against';
import { trainingOnRecord } from './training-on-record';

export function answersAgainstRecord(view: ServiceView): Contradiction[] {
  return [
    ...checklistAgainstQuestionnaire(view),
    ...disputedAnswers(view),
    ...noTrainingAgainstRecord(view),
    ...answersSpokenAgainst(view),
    ...typeTwoClaimed(view),
  ];
}

function checklistAgainstQuestionnaire({ disagreements }: ServiceView): Contradiction[] {
  return disagreements.map(({ item, listed, asked }) => ({
    id: `${item}-against-questionnaire`,
    between: [`checklist answer ${item}`, `questionnaire answer to the same`],
    because: `The checklist says ${listed}, the questionnaire ${asked}; the worse counts.`,
  }));
}

function disputedAnswers({ disputed, asOf }: ServiceView): Contradiction[] {
  const found: Contradiction[] = [];
  for (const answers of disputed) {
    const answer = answers.find(({ answeredOn }) => answeredOn <= asOf);
    if (answer?.disputedOn == null || answer.disputedOn > asOf) continue;
    const { id } = answer.question;
    found.push({
      id: `disputed-${id}`,
      between: [`questionnaire answer ${id}`, 'its review'],
      because: `The reviewer disputes the answer since ${answer.disputedOn}; it counts as unknown.`,
    });
  }
  return found;
}

function noTrainingAgainstRecord(view: ServiceView): Contradiction[] {
  const value = settledValue(view.counted.get('no_training'));
  if (value !== 'yes' && value !== 'partly') return [];
  return trainingOnRecord(view.facts).map(({ id, record, because }) => ({
    id: `no_training-against-${id}`,
    between: ['answer no_training', record],
    because: `${because}, but the answer is ${value}; it counts as training.`,
  }));
}

function answersSpokenAgainst(view: ServiceView): Contradiction[] {
  const questions = readyQuestions(view.model);
  const found: Contradiction[] = [];
  for (const id of QUESTIONS_WITH_RECORDS) {
    const question = questions.get(id);
    const answer = question && answerOn(view.questionAnswers, question, view.asOf);
    if (!answer || !question.isAsked(view.held)) continue;
    const met = metOn(answer, view.asOf);
    if (met !== 'fully' && met !== 'partly') continue;
    const { record, because } = spokenAgainst(view, id, met);
    if (record === null) continue;
    found.push({
      id: `${id}-against-record`,
      between: [`questionnaire answer ${id}`, record],
      because: `The answer is good, but: ${because} The worse side counts.`,
    });
  }
  return found;
}

const CLAIMS_TYPE_2 = /\bsoc\s*2\b.{0,40}\btype\s*(2|ii)\b/i;

/** An answer rests on a Type 2 report, and what was received is a Type 1. */
function typeTwoClaimed({ facts, model, counted, reports, asOf }: ServiceView): Contradiction[] {
  const received = reports.filter(({ start }) => start <= asOf).map(({ report }) => report);
  const [first] = received;
  if (!first || received.some(({ kind }) => kind === 'soc2_type_2')) return [];
  const questions = readyQuestions(model);
  const claims = [
    ...facts.checklistAnswers
      .filter(({ item, evidence }) => counted.has(item) && CLAIMS_TYPE_2.test(evidence ?? ''))
      .map(({ item }) => `checklist answer ${item}`),
    ...facts.answers
      .filter(
        ({ question, evidence, answeredOn }) =>
          evidence != null && questions.has(question) && answeredOn <= asOf && CLAIMS_TYPE_2.test(evidence),
      )
      .map(({ question }) => `questionnaire answer ${question}`),
  ].sort();
  const [claim] = claims;
  if (!claim) return [];
  return [
    {
      id: 'soc2-type-2-claimed',
      between: [claim, `SOC 2 report ${first.key}`],
      because:
        'A SOC 2 Type 2 report is named as evidence, but none has been received; what was received counts.',
    },
  ];
}
