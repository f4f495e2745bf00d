// One threat in figures: inherent from the model and what flows, residual after controls, adjustments and the floors of gates.
import { higherOf, lowered, rankOf, type Level } from '../../common/level';
import { adjusted } from './adjustments';
import { bandSide, type BandedSide } from './banding';
import type { AskedControls, CompiledThreat } from './compiled-model';
import type { FactFigures } from './fact-figures';
import type { RatingView } from './rating-view';
import type { ScoringModel } from './scoring-model';
import { incidentsRaising, raisedLevel } from './incident-history';
import type { AppliedAdjustment, RaisingIncident, Rating } from './service-result';
import { holds } from './situations';

/** The three figures that Tables G-5 and I-2 are entered with, and that an assessor may set. */
export type Entered = Pick<Rating, 'initiation' | 'adverseImpact' | 'impact'>;

/** A threat that applies to a service or to the practice, with the controls that are asked of it. */
export interface ApplyingThreat {
  readonly threat: CompiledThreat;
  readonly asked: AskedControls;
  /** the highest floor of the gates that hold; null when none does */
  readonly floor: Level | null;
}

export interface RatedThreat extends ApplyingThreat {
  /** incidents that raise the likelihood that it begins, strongest first */
  readonly raising: readonly RaisingIncident[];
  readonly sides: readonly BandedSide[];
  /** before controls */
  readonly before: Entered;
  /** after controls, before adjustments */
  readonly computed: Entered;
  readonly adjustments: readonly AppliedAdjustment[];
  readonly inherent: Rating;
  readonly residual: Rating;
}

export function rateThreat(
  { threat, asked, floor }: ApplyingThreat,
  view: RatingView,
  facts: FactFigures,
  serviceImpact: Level,
): RatedThreat {
  const { model } = view;
  const raising = incidentsRaising(view, threat.definition.id);
  const before = inherentFigures(threat, view, serviceImpact, raising);
  const sides = asked.sides.map((side) => bandSide(side, facts, model));
  const computed = afterControls(before, sides);
  const { entered, adjustments } = afterAdjustments(view, threat, computed);
  return {
    threat,
    asked,
    floor,
    raising,
    sides,
    before,
    computed,
    adjustments,
    // controls only lower, so nothing is above `before` unless an assessor set it
    inherent: rate(model, entered === computed ? before : higherFigures(before, entered), floor),
    residual: rate(model, entered, floor),
  };
}

function inherentFigures(
  { definition }: CompiledThreat,
  view: RatingView,
  serviceImpact: Level,
  raising: readonly RaisingIncident[],
): Entered {
  const { initiation, adverseImpact, raisedInitiation } = definition.likelihood;
  const raised = raisedInitiation !== null && holds(raisedInitiation.when, view);
  const cap = definition.impactAtMost;
  return {
    initiation: raisedLevel(raised ? higherOf(initiation, raisedInitiation.to) : initiation, raising),
    adverseImpact,
    impact: cap !== null && rankOf(serviceImpact) > rankOf(cap) ? cap : serviceImpact,
  };
}

/** Each side lowers the likelihood that it acts on. */
export function afterControls(before: Entered, sides: readonly BandedSide[]): Entered {
  let { initiation, adverseImpact } = before;
  for (const { side, levels } of sides) {
    if (side.actsOn === 'initiation') initiation = lowered(initiation, levels);
    else adverseImpact = lowered(adverseImpact, levels);
  }
  return { initiation, adverseImpact, impact: before.impact };
}

export function afterAdjustments(
  view: RatingView,
  { definition }: CompiledThreat,
  computed: Entered,
): { entered: Entered; adjustments: readonly AppliedAdjustment[] } {
  if (view.facts.adjustments.length === 0) return { entered: computed, adjustments: NONE };
  const initiation = adjusted(view, definition.id, 'initiation', computed.initiation);
  const adverse = adjusted(view, definition.id, 'adverse_impact', computed.adverseImpact);
  const impact = adjusted(view, definition.id, 'impact', computed.impact);
  return {
    entered: { initiation: initiation.level, adverseImpact: adverse.level, impact: impact.level },
    adjustments: [initiation.applied, adverse.applied, impact.applied].filter((applied) => applied !== null),
  };
}

const NONE: readonly AppliedAdjustment[] = [];

/** Where an assessor raised a figure, the threat is held to have been that serious before controls as well. */
function higherFigures(first: Entered, second: Entered): Entered {
  return {
    initiation: higherOf(first.initiation, second.initiation),
    adverseImpact: higherOf(first.adverseImpact, second.adverseImpact),
    impact: higherOf(first.impact, second.impact),
  };
}

/** G-5, then I-2, then the floor of the gates that hold. */
export function rate(model: ScoringModel, entered: Entered, floor: Level | null): Rating {
  const { initiation, adverseImpact, impact } = entered;
  const likelihood = model.tables.overallLikelihood.matrix[initiation][adverseImpact];
  const riskByTable = model.tables.risk.matrix[likelihood][impact];
  return {
    initiation,
    adverseImpact,
    likelihood,
    impact,
    riskByTable,
    risk: floor ? higherOf(riskByTable, floor) : riskByTable,
  };
}
