// All that scoring finds out about one service on one date, in two stages: figures (codes and numbers only), then telling (every
// sentence and every contribution). Looking ahead needs the first alone.
import { higherOf, LEVELS, type Level } from '../../common/level';
import type { CompiledModel, CompiledThreat } from './compiled-model';
import { knowledgeOf } from './confidence';
import { contradictionsIn } from './contradictions';
import { readAsked, type FactFigures } from './fact-figures';
import { findGates, type GateFinding } from './gates';
import type { Impact } from './impact';
import { rateThreat, type ApplyingThreat, type RatedThreat } from './rate-threat';
import type { Contradiction, ServiceResult, ThreatResult } from './service-result';
import type { ServiceView } from './service-view';
import { tellThreat } from './tell-threat';

/** One service on one date in figures. */
export interface Figures {
  readonly view: ServiceView;
  readonly impact: Level;
  /** every gate of the model, in its order */
  readonly gates: readonly GateFinding[];
  readonly facts: FactFigures;
  /** the threats that apply, in the model's order */
  readonly threats: readonly RatedThreat[];
}

export interface Evaluation {
  figures: Figures;
  view: ServiceView;
  gates: readonly GateFinding[];
  threats: ThreatResult[];
  confidence: ServiceResult['confidence'];
  unknowns: ServiceResult['unknowns'];
  contradictions: Contradiction[];
  inherentLevel: Level;
  level: Level;
}

export function evaluate(view: ServiceView, compiled: CompiledModel, impact: Impact): Evaluation {
  const figures = figuresOf(view, compiled, impact.level);
  const { gates, facts, threats } = figures;
  const { confidence, unknowns } = knowledgeOf(compiled, facts, gates);
  return {
    figures,
    view,
    gates,
    threats: threats.map((threat) => tellThreat(threat, view, facts, gates)),
    confidence,
    unknowns,
    contradictions: contradictionsIn(view),
    inherentLevel: worstOf(threats, (threat) => threat.inherent.risk),
    level: worstOf(threats, (threat) => threat.residual.risk),
  };
}

export function figuresOf(view: ServiceView, compiled: CompiledModel, impact: Level): Figures {
  const gates = findGates(view);
  const applying = applyingThreats(view, compiled, gates);
  const facts = readAsked(view, compiled, askedFacts(compiled, applying));
  return {
    view,
    impact,
    gates,
    facts,
    threats: applying.map((threat) => rateThreat(threat, view, facts, impact)),
  };
}

/** The threats whose situation holds, and those that a gate holds, each with the highest floor of the gates that hold it. */
function applyingThreats(
  view: ServiceView,
  compiled: CompiledModel,
  gates: readonly GateFinding[],
): ApplyingThreat[] {
  const floors = floorsByThreat(compiled, gates);
  const applying: ApplyingThreat[] = [];
  for (let place = 0; place < compiled.threats.length; place += 1) {
    const threat = compiled.threats[place] as CompiledThreat;
    const floor = floors[place] ?? null;
    if (floor !== null || threat.applies(view.held))
      applying.push({ threat, asked: threat.askedWhere(view.couldHold), floor });
  }
  return applying;
}

/** By place in model.threats; null where no gate holds. */
export function floorsByThreat(
  { threats, gates: compiledGates }: CompiledModel,
  gates: readonly GateFinding[],
): (Level | null)[] {
  const floors = new Array<Level | null>(threats.length).fill(null);
  for (let place = 0; place < gates.length; place += 1) {
    const { gate, holdsFloor } = gates[place] as GateFinding;
    if (!holdsFloor) continue;
    for (const index of compiledGates[place]?.threatIndexes ?? []) {
      const before = floors[index];
      floors[index] = before ? higherOf(before, gate.floor) : gate.floor;
    }
  }
  return floors;
}

/** By place in model.facts: 1 where the fact is asked, else 0. */
function askedFacts({ facts, alwaysAsked }: CompiledModel, applying: readonly ApplyingThreat[]): Uint8Array {
  const asked = new Uint8Array(facts.length);
  for (const index of alwaysAsked) asked[index] = 1;
  for (const { asked: controls } of applying) {
    for (const index of controls.factIndexes) asked[index] = 1;
  }
  return asked;
}

/** The worst, never an average; very low when no threat applies. */
function worstOf(threats: readonly RatedThreat[], levelOf: (threat: RatedThreat) => Level): Level {
  let worst: Level = LEVELS[0];
  for (const threat of threats) worst = higherOf(worst, levelOf(threat));
  return worst;
}
