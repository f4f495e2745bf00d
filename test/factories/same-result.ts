// When two evaluations of one service give the same result. The engine looks ahead without rating anything anew; its tests compare
// all that it would have told.
import type { Evaluation } from '../../src/assessments/scoring/evaluate';

/** Same gates, levels, points, adjustments and knowledge; only ages in months and words may differ. */
export function isSameResult(first: Evaluation, second: Evaluation): boolean {
  return (
    first.level === second.level &&
    first.inherentLevel === second.inherentLevel &&
    first.confidence.knownWeight === second.confidence.knownWeight &&
    first.confidence.totalWeight === second.confidence.totalWeight &&
    sameLists(
      first.gates,
      second.gates,
      (a, b) => a.kind === b.kind && a.outcome.state === b.outcome.state,
    ) &&
    sameLists(first.unknowns, second.unknowns, (a, b) => a.id === b.id) &&
    sameLists(first.contradictions, second.contradictions, (a, b) => a.id === b.id) &&
    sameLists(first.threats, second.threats, isSameThreat)
  );
}

type Threat = Evaluation['threats'][number];

function isSameThreat(first: Threat, second: Threat): boolean {
  return (
    first.id === second.id &&
    first.inherent.risk === second.inherent.risk &&
    first.residual.risk === second.residual.risk &&
    first.residual.riskByTable === second.residual.riskByTable &&
    first.residual.initiation === second.residual.initiation &&
    first.residual.adverseImpact === second.residual.adverseImpact &&
    first.residual.impact === second.residual.impact &&
    sameLists(
      first.contributions,
      second.contributions,
      (a, b) => a.points === b.points && a.met.code === b.met.code && a.source === b.source,
    ) &&
    sameLists(
      first.adjustments,
      second.adjustments,
      (a, b) => a.key === b.key && a.from === b.from && a.to === b.to,
    ) &&
    sameLists(
      first.raisedBy ?? [],
      second.raisedBy ?? [],
      (a, b) => a.number === b.number && a.levels === b.levels,
    )
  );
}

function sameLists<T>(first: readonly T[], second: readonly T[], same: (a: T, b: T) => boolean): boolean {
  return first.length === second.length && first.every((entry, index) => same(entry, second[index] as T));
}
