// All that scoring finds out about one service on one date.
import { LEVELS, rankOf, type Level } from '../../common/level';
import type { CompiledModel } from './compiled-model';
import { knowledgeOf } from './confidence';
import { contradictionsIn } from './contradictions';
import { findGates, type GateFinding } from './gates';
import type { Impact } from './impact';
import { rateThreat, sidesFor } from './rate-threat';
import { readFact, type Reading } from './readings';
import type { ServiceResult, ThreatResult } from './service-result';
import type { ServiceView } from './service-view';
import { holds } from './situations';

export interface Evaluation {
  view: ServiceView;
  gates: GateFinding[];
  threats: ThreatResult[];
  confidence: ServiceResult['confidence'];
  unknowns: ServiceResult['unknowns'];
  contradictions: ServiceResult['contradictions'];
  inherentLevel: Level;
  level: Level;
}

export function evaluate(view: ServiceView, { model, threats }: CompiledModel, impact: Impact): Evaluation {
  const gates = findGates(view);
  const held = new Set(gates.flatMap(({ gate, holdsFloor }) => (holdsFloor ? gate.threats : [])));
  const applying = threats.filter(
    ({ definition }) => held.has(definition.id) || holds(definition.appliesWhen, view),
  );
  const asked = new Set<number>();
  model.facts.forEach(({ reader }, index) => reader === 'data_flows' && asked.add(index));
  for (const threat of applying) {
    for (const side of sidesFor(threat, view)) {
      for (const { factIndex } of side.controls) asked.add(factIndex);
    }
  }
  const readings: Reading[] = new Array<Reading>(model.facts.length);
  for (const index of asked) {
    const fact = model.facts[index];
    if (fact) readings[index] = readFact(view, fact);
  }
  const rated = applying.map((threat) => rateThreat(threat, view, readings, impact.level, gates));
  const { confidence, unknowns } = knowledgeOf(model, [...asked], readings, gates);
  return {
    view,
    gates,
    threats: rated,
    confidence,
    unknowns,
    contradictions: contradictionsIn(view),
    inherentLevel: worstOf(rated, (threat) => threat.inherent.risk),
    level: worstOf(rated, (threat) => threat.residual.risk),
  };
}

/** The worst, never an average; very low when no threat applies. */
function worstOf(threats: readonly ThreatResult[], levelOf: (threat: ThreatResult) => Level): Level {
  return threats.reduce<Level>(
    (worst, threat) => (rankOf(levelOf(threat)) > rankOf(worst) ? levelOf(threat) : worst),
    LEVELS[0],
  );
}
