import type { CorrectionFields } from './correction.fields';

/** A correction in a sentence, with its day as it is stored. */
export function correctionWords({ says, stillCounts, correctedOn, correctedBy }: CorrectionFields): string {
  const counts = stillCounts ? '' : ' It does not count.';
  return `Corrected on ${correctedOn} by ${correctedBy.name}, ${correctedBy.role}: ${says}${counts}`;
}
