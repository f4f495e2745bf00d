// Answers of a vendor between its link and the questionnaire. What a vendor says is its word: it is taken as stated, however it puts it. Pure.
import type { AnswerFields } from '../questionnaires/records/answer.fields';
import { UNKNOWN } from '../questionnaires/records/question-words';
import type { AskedOfVendor, DraftedAnswer, DraftedAnswers } from './vendor-link.query';

const basisOf = (value: AnswerFields['value']): 'stated' | null => (value === UNKNOWN ? null : 'stated');

/** As they are judged and shown. */
export function draftsAsAnswers(drafts: DraftedAnswers): AnswerFields[] {
  return Object.entries(drafts).map(([question, { value, evidence, note, answeredOn }]) => ({
    ...{ question, value, basis: basisOf(value), evidence, note, answeredOn },
    ...{ evidenceKeys: null, answeredBy: null, carriedFrom: null, review: null },
  }));
}

export function draftOf({ value, evidence, note, answeredOn }: AnswerFields): DraftedAnswer {
  return { value, evidence: evidence ?? null, note: note ?? null, answeredOn };
}

/**
 * The answers that go into the questionnaire. One that the practice has seen, had examined or read itself is known better than by a vendor's word:
 * it stays, and the review shows both.
 * @param stored answers of the questionnaire as they stand
 */
export function takenOver(
  { answers: drafts, documents, questions }: Pick<AskedOfVendor, 'answers' | 'documents' | 'questions'>,
  stored: readonly AnswerFields[],
  { name, role }: { name: string; role: string },
): AnswerFields[] {
  const better = new Set(stored.filter(isKnownBetter).map(({ question }) => question));
  const asked = new Set(questions.map(({ id }) => id));
  return draftsAsAnswers(drafts)
    .filter(({ question }) => asked.has(question) && !better.has(question))
    .map((answer) => {
      const shownBy = documents
        .filter((one) => one.questions.includes(answer.question))
        .map(({ key }) => key);
      return {
        ...answer,
        evidenceKeys: shownBy.length > 0 ? shownBy : null,
        answeredBy: `${name}, ${role}`.slice(0, 200),
      };
    });
}

function isKnownBetter({ value, basis, carriedFrom }: AnswerFields): boolean {
  return !carriedFrom && value !== UNKNOWN && basis !== 'stated' && Boolean(basis);
}
