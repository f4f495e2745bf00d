// One threat, rated: inherent from the model and what flows, residual after controls, adjustments and the floors of gates.
import { higherOf, lowered, rankOf, type Level } from '../../common/level';
import { adjusted } from './adjustments';
import { scoreSide } from './banding';
import type { CompiledThreat } from './compiled-model';
import type { GateFinding } from './gates';
import type { Reading } from './readings';
import type { ScoringModel } from './scoring-model';
import type { AppliedAdjustment, Rating, ThreatResult } from './service-result';
import type { ServiceView } from './service-view';
import { holds } from './situations';

export function rateThreat(
  threat: CompiledThreat,
  view: ServiceView,
  readings: readonly Reading[],
  serviceImpact: Level,
  gates: readonly GateFinding[],
): ThreatResult {
  const { definition } = threat;
  const { model } = view;
  const before = inherentFigures(threat, view, serviceImpact);
  const sides = sidesFor(threat, view).map((side) => scoreSide(side, readings, model));
  const lowering = { initiation: 0, adverse_impact: 0 };
  for (const { banding } of sides) lowering[banding.actsOn] = banding.levels;
  const initiation = adjusted(
    view,
    definition.id,
    'initiation',
    lowered(before.initiation, lowering.initiation),
  );
  const adverse = adjusted(
    view,
    definition.id,
    'adverse_impact',
    lowered(before.adverseImpact, lowering.adverse_impact),
  );
  const impact = adjusted(view, definition.id, 'impact', before.impact);
  const after = { initiation: initiation.level, adverseImpact: adverse.level, impact: impact.level };
  const holding = gates.filter(({ gate, holdsFloor }) => holdsFloor && gate.threats.includes(definition.id));
  const floor = holding.reduce<Level | null>(
    (highest, { gate }) => (highest ? higherOf(highest, gate.floor) : gate.floor),
    null,
  );
  const residual = rate(model, after, floor);
  return {
    id: definition.id,
    title: definition.title,
    scenario: definition.scenario,
    affects: [...definition.affects],
    citations: [...definition.citations],
    appliesBecause: whyItApplies(threat, view, holding),
    inherent: rate(model, higherFigures(before, after), floor),
    contributions: sides.flatMap(({ contributions }) => contributions),
    bandings: sides.map(({ banding }) => banding),
    adjustments: [initiation.applied, adverse.applied, impact.applied].filter(
      (applied): applied is AppliedAdjustment => applied !== null,
    ),
    gateFloor: floor,
    heldByGates: holding
      .filter(({ gate }) => rankOf(gate.floor) >= rankOf(residual.riskByTable))
      .map(({ gate }) => gate.id),
    residual,
  };
}

export function sidesFor(threat: CompiledThreat, view: ServiceView): CompiledThreat['sides']['withAi'] {
  return view.facts.service.usesAi ? threat.sides.withAi : threat.sides.withoutAi;
}

type Figures = Pick<Rating, 'initiation' | 'adverseImpact' | 'impact'>;

function inherentFigures({ definition }: CompiledThreat, view: ServiceView, serviceImpact: Level): Figures {
  const { initiation, adverseImpact, raisedInitiation } = definition.likelihood;
  const raised = raisedInitiation !== null && holds(raisedInitiation.when, view);
  const cap = definition.impactAtMost;
  return {
    initiation: raised ? higherOf(initiation, raisedInitiation.to) : initiation,
    adverseImpact,
    impact: cap !== null && rankOf(serviceImpact) > rankOf(cap) ? cap : serviceImpact,
  };
}

/** Where an assessor raised a figure, the threat is held to have been that serious before controls as well. */
function higherFigures(first: Figures, second: Figures): Figures {
  return {
    initiation: higherOf(first.initiation, second.initiation),
    adverseImpact: higherOf(first.adverseImpact, second.adverseImpact),
    impact: higherOf(first.impact, second.impact),
  };
}

/** G-5, then I-2, then the floor of the gates that hold. */
function rate(model: ScoringModel, figures: Figures, floor: Level | null): Rating {
  const { initiation, adverseImpact, impact } = figures;
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

function whyItApplies(
  { definition }: CompiledThreat,
  view: ServiceView,
  holding: readonly GateFinding[],
): string {
  if (holds(definition.appliesWhen, view)) return definition.appliesBecause;
  return `A gate holds it: ${holding.map(({ gate }) => gate.title).join('; ')}.`;
}
