// A rated threat with every word that a report shows: why it applies, what each control earned, what each sum was banded as.
import { rankOf } from '../../common/level';
import { mostLevels, type BandedSide } from './banding';
import type { AskedControls, CompiledControl, CompiledSide } from './compiled-model';
import type { FactFigures } from './fact-figures';
import type { GateFinding } from './gates';
import type { RatedThreat } from './rate-threat';
import type { RatingView } from './rating-view';
import type { Reading } from './readings';
import type { ScoringModel } from './scoring-model';
import { toldFactors, toldFreshness, type ToldFactors } from './told-factors';
import type { Banding, Contribution, ThreatResult } from './service-result';

/** @param gates every gate of the model, as found */
export function tellThreat(
  rated: RatedThreat,
  view: RatingView,
  facts: FactFigures,
  gates: readonly GateFinding[],
): ThreatResult {
  const { threat, asked, sides, floor, inherent, residual } = rated;
  const { definition } = threat;
  const holding =
    floor === null
      ? []
      : gates.filter(({ gate, holdsFloor }) => holdsFloor && gate.threats.includes(definition.id));
  const told: ThreatResult = {
    id: definition.id,
    title: definition.title,
    scenario: definition.scenario,
    affects: definition.affects,
    citations: definition.citations,
    appliesBecause: threat.applies(view.held)
      ? definition.appliesBecause
      : `A gate holds it: ${holding.map(({ gate }) => gate.title).join('; ')}.`,
    inherent,
    contributions: contributionsOf(asked, facts, view.model),
    bandings: sides.map((side) => tellBanding(side, view.model)),
    adjustments: rated.adjustments,
    gateFloor: floor,
    heldByGates: holding
      .filter(({ gate }) => rankOf(gate.floor) >= rankOf(residual.riskByTable))
      .map(({ gate }) => gate.id),
    residual,
  };
  if (definition.source) told.source = definition.source;
  if (rated.raising.length > 0) told.raisedBy = [...rated.raising];
  return told;
}

function contributionsOf(
  { controls }: AskedControls,
  { readings, perWeight }: FactFigures,
  model: ScoringModel,
): Contribution[] {
  const factors = toldFactors(model);
  return controls.map((control) => {
    const { factIndex } = control;
    return contributionOf(control, readings[factIndex] as Reading, perWeight[factIndex] as number, factors);
  });
}

/** @param perWeight what the fact earns for each unit of weight: met x assurance x freshness */
function contributionOf(
  { definition, maxPoints }: CompiledControl,
  reading: Reading,
  perWeight: number,
  factors: ToldFactors,
): Contribution {
  return {
    controlId: definition.id,
    title: definition.title,
    actsOn: definition.actsOn,
    weight: definition.weight,
    met: factors.met[reading.met],
    assurance: reading.basis === null ? factors.noBasis : factors.assurance[reading.basis],
    freshness: toldFreshness(factors, reading.freshness, reading.ageMonths),
    points: definition.weight * perWeight,
    maxPoints,
    countsFrom: reading.countsFrom,
    source: reading.source,
    because: reading.because,
  };
}

function tellBanding(
  { side, points, shownPoints, band, levels }: BandedSide,
  { statedLowersAtMost }: ScoringModel,
): Banding {
  return {
    actsOn: side.actsOn,
    points,
    maxPoints: side.maxPoints,
    bandFrom: band?.fromPoints ?? null,
    levels,
    cappedBecause: cappedBecause(side, points, shownPoints, band?.levels ?? 0, statedLowersAtMost),
  };
}

function cappedBecause(
  side: CompiledSide,
  points: number,
  shownPoints: number,
  byPoints: number,
  statedLowersAtMost: number,
): string | null {
  if (byPoints <= mostLevels(side, shownPoints, statedLowersAtMost)) return null;
  return `${points} points reach ${byPoints} levels, but only ${shownPoints} of them rest on more than a statement; what is only stated lowers by at most ${statedLowersAtMost}.`;
}
