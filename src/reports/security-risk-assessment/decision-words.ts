// What may be done with a tool, in words, once for reports and pages.
import type { DecisionCode } from '../../assessments/scoring/service-result';

const WORDS: Readonly<Record<DecisionCode, string>> = {
  do_not_use: 'Do not use',
  not_enough_known: 'Not enough known',
  use_with_conditions: 'Use with conditions',
  acceptable: 'Acceptable',
};

/** "Do not use" */
export function decisionWords(code: DecisionCode): string {
  return WORDS[code];
}

/** "do not use", within a sentence */
export function decisionInSentence(code: DecisionCode): string {
  return WORDS[code].toLowerCase();
}
