// The engine's one door: facts of a service and the model in, the result of the service out. Pure: no clock, no files, no
// environment. docs/scoring.md explains every step and works examples by hand.
import { planInWords } from '../../vendors/plan-in-use';
import { compile } from './compiled-model';
import { decide } from './decide';
import { evaluate, type Evaluation, type Figures } from './evaluate';
import { holdsUntil } from './holds-until';
import { impactOf } from './impact';
import { indexOutOf100 } from './index-out-of-100';
import type { ScoringModel } from './scoring-model';
import type { ServiceFacts } from './service-facts';
import type { GateResult, ServiceResult } from './service-result';
import { groundOf, viewOn } from './service-view';
import { stepsToTake } from './steps/steps-to-take';

/** Scores one service on facts.asOf. The order of anything in the facts changes nothing; absent and null mean the same. */
export function scoreService(facts: ServiceFacts, model: ScoringModel): ServiceResult {
  const { result, figures } = scoreWithoutSteps(facts, model);
  return { ...result, steps: stepsToTake(figures, compile(model)) };
}

/** All but the steps to take, which are looked for in the figures that it comes with. */
export function scoreWithoutSteps(
  facts: ServiceFacts,
  model: ScoringModel,
): { result: Omit<ServiceResult, 'steps'>; figures: Figures } {
  const compiled = compile(model);
  const ground = groundOf(facts, model);
  const impact = impactOf(ground);
  const evaluation = evaluate(viewOn(ground, facts.asOf), compiled, impact);
  const result = {
    service: describe(facts),
    decision: decide(evaluation, model),
    inherentLevel: evaluation.inherentLevel,
    level: evaluation.level,
    indexOutOf100: indexOutOf100(evaluation.level, evaluation.threats, model),
    impact,
    confidence: evaluation.confidence,
    gates: evaluation.gates.map((finding) => gateResult(finding)),
    threats: evaluation.threats,
    unknowns: evaluation.unknowns,
    contradictions: evaluation.contradictions,
    holdsUntil: holdsUntil(ground, compiled, evaluation),
  };
  return { result, figures: evaluation.figures };
}

function describe({ service, vendor }: ServiceFacts): ServiceResult['service'] {
  return {
    key: service.key,
    name: service.name,
    plan: planInWords(service),
    vendorKey: vendor.key,
    vendorName: vendor.name,
    usesAi: service.usesAi,
    functions: [...service.functions].sort(),
  };
}

function gateResult({ gate, kind, outcome, holdsFloor }: Evaluation['gates'][number]): GateResult {
  const relabelled = kind !== gate.kind;
  return {
    id: gate.id,
    title: gate.title,
    kind,
    citation: outcome.citation ?? gate.citation,
    confidence: outcome.known?.confidence ?? gate.confidence,
    notChecked: notCheckedOf(gate, outcome),
    state: outcome.state,
    fired: outcome.state === 'fired',
    floor: gate.floor,
    threats: [...gate.threats],
    because: relabelled
      ? `${outcome.because} The practice is recorded as not being a covered entity, so this counts as good practice; state law may ask the same.`
      : outcome.because,
    countsFrom: outcome.countsFrom ?? null,
    remedy: holdsFloor ? gate.remedy : null,
  };
}

function notCheckedOf(
  gate: Evaluation['gates'][number]['gate'],
  { known }: Evaluation['gates'][number]['outcome'],
): string[] | null {
  const named = known?.notChecked ?? gate.notChecked;
  return named && [...named];
}
