// Points of controls, added up and banded. Integers only: weight x met x assurance x freshness.
import type { Band, CompiledSide } from './compiled-model';
import type { FactFigures } from './fact-figures';
import type { ScoringModel } from './scoring-model';

/** One side of a threat in figures. */
export interface BandedSide {
  readonly side: CompiledSide;
  readonly points: number;
  /** the points that rest on more than a statement of the vendor */
  readonly shownPoints: number;
  /** the band that the points reached; null when under the first */
  readonly band: Band | null;
  /** levels by which the likelihood is lowered */
  readonly levels: number;
}

/** The sum of one side, the band it reached and by how many levels that lowers the likelihood. */
export function bandSide(
  side: CompiledSide,
  { readings, perWeight }: FactFigures,
  model: ScoringModel,
): BandedSide {
  let points = 0;
  let shownPoints = 0;
  for (const { definition, factIndex } of side.controls) {
    const earned = definition.weight * (perWeight[factIndex] as number);
    points += earned;
    if (readings[factIndex]?.basis !== 'stated') shownPoints += earned;
  }
  return bandPoints(side, points, shownPoints, model);
}

/** @param shownPoints those of the points that rest on more than a statement of the vendor */
export function bandPoints(
  side: CompiledSide,
  points: number,
  shownPoints: number,
  { statedLowersAtMost }: ScoringModel,
): BandedSide {
  const band = bandReached(side, points);
  const most = mostLevels(side, shownPoints, statedLowersAtMost);
  return { side, points, shownPoints, band, levels: Math.min(band?.levels ?? 0, most) };
}

/** What is only stated by the vendor adds at most `statedLowersAtMost` levels to what the rest has earned. */
export function mostLevels(side: CompiledSide, shownPoints: number, statedLowersAtMost: number): number {
  return (bandReached(side, shownPoints)?.levels ?? 0) + statedLowersAtMost;
}

function bandReached({ bands }: CompiledSide, points: number): Band | null {
  let reached: Band | null = null;
  for (const band of bands) if (points >= band.fromPoints) reached = band;
  return reached;
}
