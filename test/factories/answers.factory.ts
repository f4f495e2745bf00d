// Answers of the due-diligence questionnaire, by hand: the best and the worst that each question can get.
import { loadCatalogs } from '../../src/catalogs/load-catalogs';
import type { Question, QuestionScope } from '../../src/assessments/scoring/questionnaire-catalog';
import type { CountingAnswer } from '../../src/questionnaires/records/counting-answers';

const QUESTIONS = loadCatalogs().questionnaire.questions;

export function questionsAbout(about: QuestionScope): readonly Question[] {
  return QUESTIONS.filter((question) => question.about === about);
}

export function questionnaireAnswer(question: string, changes: Partial<CountingAnswer> = {}): CountingAnswer {
  const found = QUESTIONS.find(({ id }) => id === question);
  if (!found) throw new Error(`no question ${question}`);
  return {
    question,
    value: bestValue(found),
    basis: found.answeredBy === 'practice' ? 'observed' : 'documented',
    evidence: 'Security overview of 2026-05',
    answeredOn: '2026-10-01',
    questionnaire: `${found.about}-2026`,
    submittedOn: '2026-10-02',
    ...changes,
  };
}

/** The best answer to every question about a service, or about the practice, save those that the AI Tech Checklist asks as well. */
export function goodAnswers(
  about: QuestionScope,
  changes: Readonly<Record<string, Partial<CountingAnswer>>> = {},
): CountingAnswer[] {
  return questionsAbout(about)
    .filter(({ checklistItem }) => checklistItem === null)
    .map(({ id }) => questionnaireAnswer(id, changes[id]));
}

/** The best that can be shown: that there is nothing there to ask about is a claim, and counts as stated whatever shows it. */
export function bestValue(question: Question): CountingAnswer['value'] {
  switch (question.answerType) {
    case 'yes_no':
      return 'yes';
    case 'choice':
      return (
        question.options.find(({ met, saysNotThere }) => met === 'fully' && !saysNotThere)?.value ?? 'unknown'
      );
    case 'choices':
      return question.options
        .filter(({ met, saysNotThere }) => met === 'fully' && !saysNotThere)
        .map(({ value }) => value);
    case 'number':
      return question.number.fullyAtMost ?? question.number.fullyAtLeast ?? 0;
    case 'date':
      return '2026-10-01';
    case 'text':
      return 'told';
  }
}

/** "unknown" where no answer is a bad one. */
export function worstValue(question: Question): CountingAnswer['value'] {
  switch (question.answerType) {
    case 'yes_no':
      return 'no';
    case 'choice':
      return question.options.find(({ met }) => met === 'not_met')?.value ?? 'unknown';
    case 'choices':
      return question.options.filter(({ met }) => met === 'not_met').map(({ value }) => value);
    case 'number':
      return question.number.fullyAtMost !== null ? question.number.maximum : question.number.minimum;
    case 'date':
    case 'text':
      return 'unknown';
  }
}
