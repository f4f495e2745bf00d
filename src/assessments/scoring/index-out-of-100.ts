// A figure for sorting services inside their level. It lies in NIST's semi-quantitative range of the level, so the two agree by
// construction; within the range it grows with the residual levels of all threats.
import { rankOf, type Level } from '../../common/level';
import { compile } from './compiled-model';
import type { ScoringModel } from './scoring-model';
import type { ThreatResult } from './service-result';

export function indexOutOf100(level: Level, threats: readonly ThreatResult[], model: ScoringModel): number {
  const ranks = threats.reduce((sum, { residual }) => sum + rankOf(residual.risk), 0);
  return indexFromRanks(level, ranks, model);
}

/** @param ranks the ranks of the residuals of all threats that apply, added up */
export function indexFromRanks(level: Level, ranks: number, model: ScoringModel): number {
  const { from, to } = model.indexRanges[level];
  const most = 4 * compile(model).threats.length;
  return from + Math.floor(((to - from) * ranks) / most);
}
