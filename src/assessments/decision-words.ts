import type { DecisionCode } from './scoring/service-result';

/** The decision on a tool as pages say it. */
export const DECISION_WORDS: Readonly<Record<DecisionCode, string>> = {
  do_not_use: 'Do not use',
  not_enough_known: 'Not enough known',
  use_with_conditions: 'Use with conditions',
  acceptable: 'Acceptable',
};
