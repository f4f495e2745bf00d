// Where each question of a questionnaire stands, and how far the whole has come.
import type { AnswerFields } from './records/answer.fields';
import type { AskedQuestionFields } from './records/asked-question.fields';
import { UNKNOWN, type AnswerType } from './records/question-words';

/**
 * `open` has no answer, `suggested` only one carried over from an earlier questionnaire; `unknown`, `answered`, `accepted` and `disputed` say
 * what the answer is and what the reviewer made of it.
 */
export const ANSWER_STATUSES = ['open', 'suggested', 'unknown', 'answered', 'accepted', 'disputed'] as const;
export type AnswerStatus = (typeof ANSWER_STATUSES)[number];

/** A house estimate of the minutes that an answer takes: a document has to be found for most, words written for some. */
const MINUTES: Record<AnswerType, number> = { yes_no: 1, choice: 1, choices: 2, number: 1, date: 1, text: 4 };

export interface Progress {
  asked: number;
  /** given, "unknown" included */
  answered: number;
  /** without an answer, or with one that is only suggested */
  open: number;
  unknown: number;
  disputed: number;
  accepted: number;
  /** estimate for what is open */
  minutesLeft: number;
}

type AskedForm = Pick<AskedQuestionFields, 'id' | 'answerType'>;
type GivenForm = Pick<AnswerFields, 'question' | 'value' | 'carriedFrom' | 'review'>;

export function statusOf(answer: GivenForm | undefined): AnswerStatus {
  if (!answer) return 'open';
  if (answer.carriedFrom) return 'suggested';
  if (answer.review) return answer.review.verdict;
  return answer.value === UNKNOWN ? 'unknown' : 'answered';
}

export function isOpen(status: AnswerStatus): boolean {
  return status === 'open' || status === 'suggested';
}

/** The questions that still need an answer, in order of asking. */
export function openQuestions<Q extends AskedForm>(
  questions: readonly Q[],
  answers: readonly GivenForm[],
): Q[] {
  const given = byQuestion(answers);
  return questions.filter(({ id }) => isOpen(statusOf(given.get(id))));
}

export function progressOf(questions: readonly AskedForm[], answers: readonly GivenForm[]): Progress {
  const given = byQuestion(answers);
  const progress = {
    asked: questions.length,
    answered: 0,
    open: 0,
    unknown: 0,
    disputed: 0,
    accepted: 0,
    minutesLeft: 0,
  };
  for (const { id, answerType } of questions) {
    const answer = given.get(id);
    const status = statusOf(answer);
    if (isOpen(status)) {
      progress.open += 1;
      progress.minutesLeft += MINUTES[answerType];
      continue;
    }
    progress.answered += 1;
    if (answer?.value === UNKNOWN) progress.unknown += 1;
    if (status === 'disputed' || status === 'accepted') progress[status] += 1;
  }
  return progress;
}

export function byQuestion<A extends { question: string }>(answers: readonly A[]): Map<string, A> {
  return new Map(answers.map((answer) => [answer.question, answer]));
}
