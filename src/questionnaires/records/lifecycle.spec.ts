import {
  isFrozen,
  QUESTIONNAIRE_ACTIONS,
  QUESTIONNAIRE_STATES,
  stateAfter,
  type QuestionnaireAction,
  type QuestionnaireState,
} from './lifecycle';

/** What comes of each action in each state: the next state, or the code of the refusal. */
const TABLE: [QuestionnaireState, QuestionnaireAction, string][] = [
  ['issued', 'answer', 'issued'],
  ['issued', 'submit', 'submitted'],
  ['issued', 'review', 'questionnaire-not-submitted'],
  ['issued', 'supersede', 'questionnaire-not-submitted'],
  ['issued', 'withdraw', 'withdrawn'],
  ['submitted', 'answer', 'questionnaire-frozen'],
  ['submitted', 'submit', 'questionnaire-frozen'],
  ['submitted', 'review', 'submitted'],
  ['submitted', 'supersede', 'superseded'],
  ['submitted', 'withdraw', 'withdrawn'],
  ['superseded', 'answer', 'questionnaire-frozen'],
  ['superseded', 'submit', 'questionnaire-frozen'],
  ['superseded', 'review', 'questionnaire-frozen'],
  ['superseded', 'supersede', 'questionnaire-frozen'],
  ['superseded', 'withdraw', 'questionnaire-frozen'],
  ['withdrawn', 'answer', 'questionnaire-frozen'],
  ['withdrawn', 'submit', 'questionnaire-frozen'],
  ['withdrawn', 'review', 'questionnaire-frozen'],
  ['withdrawn', 'supersede', 'questionnaire-frozen'],
  ['withdrawn', 'withdraw', 'questionnaire-frozen'],
];

function outcomeOf(state: QuestionnaireState, action: QuestionnaireAction): string {
  try {
    return stateAfter(state, action);
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('the life of a questionnaire', () => {
  it.each(TABLE)('%s, %s: %s', (state, action, outcome) => {
    expect(outcomeOf(state, action)).toBe(outcome);
  });

  it('the table asks every action of every state', () => {
    const pairs = new Set(TABLE.map(([state, action]) => `${state} ${action}`));
    expect(pairs.size).toBe(QUESTIONNAIRE_STATES.length * QUESTIONNAIRE_ACTIONS.length);
  });

  it('what is frozen never comes to be answered again, whatever is done', () => {
    for (const state of QUESTIONNAIRE_STATES.filter(isFrozen)) {
      const reached = QUESTIONNAIRE_ACTIONS.map((action) => outcomeOf(state, action));
      expect(reached).not.toContain('issued');
    }
  });
});
