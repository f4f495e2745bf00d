// The life of a questionnaire, in one table: issued and answered in pieces, submitted and frozen, reviewed, then superseded by a newer one or
// withdrawn.
import { DomainError } from '../../common/problems/domain.error';

export const QUESTIONNAIRE_STATES = ['issued', 'submitted', 'superseded', 'withdrawn'] as const;
export type QuestionnaireState = (typeof QUESTIONNAIRE_STATES)[number];

export const QUESTIONNAIRE_ACTIONS = ['answer', 'submit', 'review', 'supersede', 'withdraw'] as const;
export type QuestionnaireAction = (typeof QUESTIONNAIRE_ACTIONS)[number];

/** What each action leads to; null where it cannot be taken. */
const TRANSITIONS: Record<QuestionnaireState, Record<QuestionnaireAction, QuestionnaireState | null>> = {
  issued: { answer: 'issued', submit: 'submitted', review: null, supersede: null, withdraw: 'withdrawn' },
  submitted: {
    answer: null,
    submit: null,
    review: 'submitted',
    supersede: 'superseded',
    withdraw: 'withdrawn',
  },
  superseded: { answer: null, submit: null, review: null, supersede: null, withdraw: null },
  withdrawn: { answer: null, submit: null, review: null, supersede: null, withdraw: null },
};

/**
 * The state after an action.
 * @throws DomainError questionnaire-not-submitted where the action waits for the submission, questionnaire-frozen where it comes too late
 */
export function stateAfter(state: QuestionnaireState, action: QuestionnaireAction): QuestionnaireState {
  const next = TRANSITIONS[state][action];
  if (next) return next;
  if (state === 'issued') {
    throw new DomainError(
      'questionnaire-not-submitted',
      'The questionnaire is still being answered; this can be done once it is submitted.',
    );
  }
  throw new DomainError('questionnaire-frozen', TOO_LATE[state]);
}

const TOO_LATE: Record<Exclude<QuestionnaireState, 'issued'>, string> = {
  submitted:
    'The questionnaire has been submitted and is frozen; its answers change only by issuing a newer one, which takes them over.',
  superseded: 'The questionnaire has been superseded by a newer one; act on that one.',
  withdrawn: 'The questionnaire has been withdrawn; issue a new one.',
};

/** Frozen: kept as it was submitted, for as long as the law asks. */
export function isFrozen(state: QuestionnaireState): boolean {
  return state !== 'issued';
}
