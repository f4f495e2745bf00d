// Which of the sources behind the catalogs an assessment cites: the tables always, the rest where a result names it.
import type { Catalogs } from '../catalogs/load-catalogs';
import type { AssessmentDocument } from './assessment.document';
import type { ServiceResult } from './scoring/service-result';

export function citedSources(
  results: readonly Pick<ServiceResult, 'gates' | 'threats'>[],
  catalogs: Catalogs,
): AssessmentDocument['sources'] {
  const { overallLikelihood, risk } = catalogs.scoringModel.tables;
  const cited = [overallLikelihood.citation, risk.citation, ...results.flatMap(citationsIn)];
  // A gate may cite several acts, joined with "; ".
  const named = `; ${[...new Set(cited)].join('; ')}; `;
  return catalogs.sources
    .filter(({ citation }) => named.includes(`; ${citation}; `))
    .map(({ citation, title, confidence, basis }) => ({ citation, title, confidence, basis }));
}

function citationsIn({ gates, threats }: Pick<ServiceResult, 'gates' | 'threats'>): string[] {
  return [
    ...gates.flatMap(({ citation }) => (citation === null ? [] : [citation])),
    ...threats.flatMap(({ citations }) => citations),
  ];
}
