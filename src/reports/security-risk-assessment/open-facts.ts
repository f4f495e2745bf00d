// How much of what has to be known is open. An assessment with open facts is an initial one and says so: "12 of 88 facts open".
import type { AssessmentDocument } from '../../assessments/assessment.document';
import type { ServiceResult } from '../../assessments/scoring/service-result';
import { listed } from './number-words';

export interface OpenFacts {
  open: number;
  /** how many there are to know; null where a document of before they were counted is among them */
  of: number | null;
}

type Known = Pick<ServiceResult, 'unknowns' | 'confidence'>;

/** Facts of several services: each counted once for each service that it is about. */
export function openFactsOf(results: readonly Known[]): OpenFacts {
  const open = results.reduce((sum, { unknowns }) => sum + unknowns.length, 0);
  const known = results.map(({ confidence }) => confidence.knownFacts);
  const isCounted = known.every((count) => count !== undefined);
  return { open, of: isCounted ? known.reduce((sum, count) => sum + count, open) : null };
}

/** "12 of 88 facts open"; empty where everything is known. */
export function openWords({ open, of }: OpenFacts): string {
  if (open === 0) return '';
  if (of === 1) return 'the one fact asked so far open';
  if (of !== null) return `${open} of ${of} facts open`;
  return `${open} ${open === 1 ? 'fact' : 'facts'} open`;
}

/**
 * Of a whole document: "12 of 88 facts open about the services, 1 of 20 facts open about the practice itself and 9 of 72 entries open in the
 * Security Rule review".
 * @param about what a reader calls the services
 */
export function openInDocument(
  {
    results,
    practiceResult,
    safeguardsReview,
  }: Pick<AssessmentDocument, 'results' | 'practiceResult' | 'safeguardsReview'>,
  about = 'the tools',
): string {
  const told = [
    [openWords(openFactsOf(results)), about],
    [practiceResult ? openWords(openFactsOf([practiceResult])) : '', 'the practice itself'],
  ];
  const { open, entries } = safeguardsReview?.counts ?? { open: 0, entries: 0 };
  return listed([
    ...told.flatMap(([words, whom]) => (words ? [`${words} about ${whom}`] : [])),
    ...(open > 0 ? [`${open} of ${entries} entries open in the Security Rule review`] : []),
  ]);
}
