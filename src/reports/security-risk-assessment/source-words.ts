import type { ThreatSource } from '../../assessments/scoring/threat-source';

/** Where a threat comes from, as a practice owner says it. */
export const SOURCE_WORDS: Readonly<Record<ThreatSource, string>> = {
  human: 'People',
  technical: 'Technology',
  environmental: 'Surroundings',
};
