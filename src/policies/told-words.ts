// How policies and training stand, in the words of pages, reports and workbooks.
import type { PolicyState } from './policy-standing';

export const STATE_WORDS: Readonly<Record<PolicyState, string>> = {
  draft: 'Draft',
  adopted: 'Adopted',
  review_due: 'To be read again',
  retired: 'No longer holds',
};

/** By the states of training (src/workforce/training-standing.ts), within a sentence. */
export const TRAINING_WORDS = {
  current: 'passed',
  missing: 'not yet',
  overdue: 'overdue',
  failed: 'not passed',
} as const;
