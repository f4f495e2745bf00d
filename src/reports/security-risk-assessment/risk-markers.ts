// What stands on a heat map: services by their worst threat, or the threats of one service.
import type { Rating, ThreatResult } from '../../assessments/scoring/service-result';
import { rankOf } from '../../common/level';
import type { HeatMapMarker } from './heat-map';
import type { OrderedService } from './service-order';

export function markerOfService({ result, letter }: OrderedService): HeatMapMarker {
  const worst = worstThreat(result.threats);
  const place = worst?.residual ?? { likelihood: 'very_low' as const, impact: result.impact.level };
  const heldAt = worst && isHeldUp(worst.residual) ? worst.residual.risk : null;
  return {
    label: letter,
    name: result.service.name,
    likelihood: place.likelihood,
    impact: place.impact,
    heldAt,
  };
}

/** The number of a threat is that of its id: T-04 is 4. */
export function numberOfThreat(id: string): string {
  return id.replace(/^\D*0*/, '') || id;
}

export function markersBefore(threats: readonly ThreatResult[]): HeatMapMarker[] {
  return threats.map((threat) => marker(threat, threat.inherent));
}

export function markersNow(threats: readonly ThreatResult[]): HeatMapMarker[] {
  return threats.map((threat) => marker(threat, threat.residual));
}

/** True when a gate holds the risk above what the tables say. */
export function isHeldUp({ risk, riskByTable }: Rating): boolean {
  return risk !== riskByTable;
}

function marker(threat: ThreatResult, rating: Rating): HeatMapMarker {
  return {
    label: numberOfThreat(threat.id),
    name: threat.title,
    likelihood: rating.likelihood,
    impact: rating.impact,
    heldAt: isHeldUp(rating) ? rating.risk : null,
  };
}

/** By risk, then by likelihood and by impact; the first of equals. */
function worstThreat(threats: readonly ThreatResult[]): ThreatResult | null {
  const severity = ({ residual }: ThreatResult) =>
    rankOf(residual.risk) * 100 + rankOf(residual.likelihood) * 10 + rankOf(residual.impact);
  return threats.reduce<ThreatResult | null>(
    (worst, one) => (worst === null || severity(one) > severity(worst) ? one : worst),
    null,
  );
}
