import type { PracticeOutcome } from './practice-decision.fields';

export const OUTCOME_WORDS: Readonly<Record<PracticeOutcome, string>> = {
  use: 'Use',
  use_with_conditions: 'Use with conditions',
  do_not_use: 'Do not use',
  stop_using: 'Stop using',
};

/** What a decision that names no tool is about. */
export const AI_AT_ALL = 'AI at all';
