// Scoring in tests: the real catalogs, read once.
import { loadCatalogs } from '../../src/catalogs/load-catalogs';
import { rankOf } from '../../src/common/level';
import { scoreService, scoreWithoutSteps } from '../../src/assessments/scoring/score-service';
import type { ServiceFacts } from '../../src/assessments/scoring/service-facts';
import type { ServiceResult } from '../../src/assessments/scoring/service-result';

export const MODEL = loadCatalogs().scoringModel;

/** All but the steps to take: properties ask this ten thousands of times. */
export function scored(facts: ServiceFacts): ServiceResult {
  return scoreWithoutSteps(facts, MODEL).result;
}

export function scoredWithSteps(facts: ServiceFacts): ServiceResult {
  return scoreService(facts, MODEL);
}

/** Threats whose residual is lower in `after` than in `before`; a threat that no longer applies has gone lower as well. */
export function lowerIn(after: ServiceResult, before: ServiceResult): string[] {
  const residualOf = (result: ServiceResult, id: string) => {
    const threat = result.threats.find((candidate) => candidate.id === id);
    return threat ? rankOf(threat.residual.risk) : -1;
  };
  const lower = before.threats
    .filter(({ id }) => residualOf(after, id) < residualOf(before, id))
    .map(({ id }) => id);
  return rankOf(after.level) < rankOf(before.level) ? ['service', ...lower] : lower;
}
