import type { ThreatSource } from '../../assessments/scoring/scoring-model';

/** Where a threat comes from, as a practice owner says it. */
export const SOURCE_WORDS: Readonly<Record<ThreatSource, string>> = {
  human: 'People',
  technical: 'Technology',
  environmental: 'Surroundings',
};
