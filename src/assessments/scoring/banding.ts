// Points of controls, added up and banded. Integers only: weight x met x assurance x freshness.
import type { CompiledControl, CompiledSide } from './compiled-model';
import type { Reading } from './readings';
import type { ScoringModel } from './scoring-model';
import type { Banding, Contribution } from './service-result';

export interface SideScore {
  contributions: Contribution[];
  banding: Banding;
}

/** The contributions of one side of a threat, their sum, the band it reached and by how many levels that lowers the likelihood. */
export function scoreSide(side: CompiledSide, readings: readonly Reading[], model: ScoringModel): SideScore {
  const contributions = side.controls.map((control) =>
    contributionOf(control, readings[control.factIndex] as Reading, model),
  );
  return { contributions, banding: bandingOf(side, contributions, model) };
}

function contributionOf(
  { definition, maxPoints }: CompiledControl,
  reading: Reading,
  model: ScoringModel,
): Contribution {
  const met = model.points.met[reading.met];
  const assurance = reading.basis === null ? 0 : model.points.assurance[reading.basis];
  const freshness = model.points.freshness[reading.freshness];
  return {
    controlId: definition.id,
    title: definition.title,
    actsOn: definition.actsOn,
    weight: definition.weight,
    met: { code: reading.met, factor: met },
    assurance: { basis: reading.basis, factor: assurance },
    freshness: { ageMonths: reading.ageMonths, factor: freshness },
    points: definition.weight * met * assurance * freshness,
    maxPoints,
    countsFrom: reading.countsFrom,
    source: reading.source,
    because: reading.because,
  };
}

/** What is only stated by the vendor adds at most `statedLowersAtMost` levels to what the rest has earned. */
function bandingOf(side: CompiledSide, contributions: readonly Contribution[], model: ScoringModel): Banding {
  let points = 0;
  let shown = 0;
  for (const contribution of contributions) {
    points += contribution.points;
    if (contribution.assurance.basis !== 'stated') shown += contribution.points;
  }
  const band = bandReached(side, points);
  const byPoints = band?.levels ?? 0;
  const most = (bandReached(side, shown)?.levels ?? 0) + model.statedLowersAtMost;
  return {
    actsOn: side.actsOn,
    points,
    maxPoints: side.maxPoints,
    bandFrom: band?.fromPoints ?? null,
    levels: Math.min(byPoints, most),
    cappedBecause:
      byPoints > most
        ? `${points} points reach ${byPoints} levels, but only ${shown} of them rest on more than a statement; what is only stated lowers by at most ${model.statedLowersAtMost}.`
        : null,
  };
}

function bandReached(side: CompiledSide, points: number): CompiledSide['bands'][number] | null {
  let reached: CompiledSide['bands'][number] | null = null;
  for (const band of side.bands) if (points >= band.fromPoints) reached = band;
  return reached;
}
