// One service on one page: the decision with its reasons, what would lower the risk, and every threat opened to the contributions that its level is
// made of.
import type { ServiceScoreDetailResponse } from '../assessments/scores/service-score.dto';
import type { Contribution, GateResult, StepSet, ThreatResult } from '../assessments/scoring/service-result';
import { rankOf } from '../common/level';
import { decisionInSentence } from '../reports/security-risk-assessment/decision-words';
import { levelView, type LevelView } from '../reports/security-risk-assessment/level-words';

export interface ThreatView {
  id: string;
  title: string;
  scenario: string;
  why: string;
  citations: string;
  before: LevelView;
  after: LevelView;
  heldBy: string;
  controls: ControlView[];
  adjustments: { words: string; reason: string }[];
}

interface ControlView {
  title: string;
  because: string;
  source: string;
  points: number;
  most: number;
  share: string;
}

export interface ServiceOverview {
  at: string;
  id: string;
  key: string;
  name: string;
  vendor: string;
  plan: string;
  decision: string;
  level: LevelView;
  inherent: LevelView;
  reasons: string[];
  conditions: string[];
  known: string;
  asOf: string;
  holdsUntil: string;
  holdsBecause: string;
  isCurrent: boolean;
  gates: { title: string; state: string; because: string; remedy: string; citation: string; kind: string }[];
  /** `others`: there is more than one step in it */
  steps: { titles: string[]; others: boolean; leadsTo: string; level: LevelView }[];
  noSteps: string;
  threats: ThreatView[];
  unknowns: { what: string; task: string }[];
  contradictions: string[];
}

const GATE_STATES: Readonly<Record<GateResult['state'], string>> = {
  fired: 'Stops it',
  open: 'Not known yet: counts as if it stopped it',
  cleared: 'Cleared',
  not_applicable: 'Does not apply',
};
const KINDS: Readonly<Record<GateResult['kind'], string>> = { law: 'Law', house: 'Good practice, not law' };

export function serviceOverview(
  organizationId: string,
  { id, result, asOf, isCurrent }: ServiceScoreDetailResponse,
): ServiceOverview {
  const { service, decision, confidence, gates, steps } = result;
  const asked = gates.filter(({ state }) => state === 'fired' || state === 'open');
  return {
    at: `/organizations/${organizationId}`,
    ...{ id, key: service.key },
    name: service.name,
    vendor: service.vendorName,
    plan: service.plan ?? '',
    decision: decision.label,
    level: levelView(result.level),
    inherent: levelView(result.inherentLevel),
    reasons: decision.reasons,
    conditions: decision.conditions,
    known: `${confidence.percent} % of what has to be known is known; the decision needs ${confidence.thresholdPercent} %.`,
    asOf,
    holdsUntil: result.holdsUntil?.date ?? '',
    holdsBecause: result.holdsUntil?.because ?? '',
    isCurrent,
    gates: asked.map(({ title, state, because, remedy, citation, kind }) => ({
      ...{ title, because, state: GATE_STATES[state], kind: KINDS[kind] },
      ...{ remedy: remedy ?? '', citation: citation ?? '' },
    })),
    steps: (steps?.sets ?? []).map(stepView),
    noSteps: steps?.none ?? '',
    threats: [...result.threats].sort(worstFirst).map((threat) => threatView(threat, gates)),
    unknowns: result.unknowns.map(({ what, task }) => ({ what, task })),
    contradictions: result.contradictions.map(({ because }) => because),
  };
}

function stepView({ steps, leadsTo }: StepSet): ServiceOverview['steps'][number] {
  return {
    titles: steps.map(({ title }) => title),
    others: steps.length > 1,
    leadsTo: decisionInSentence(leadsTo.decision),
    level: levelView(leadsTo.level),
  };
}

function worstFirst(left: ThreatResult, right: ThreatResult): number {
  return (
    rankOf(right.residual.risk) - rankOf(left.residual.risk) || left.title.localeCompare(right.title, 'en')
  );
}

function threatView(threat: ThreatResult, gates: readonly GateResult[]): ThreatView {
  const { id, title, scenario, appliesBecause, citations, inherent, residual } = threat;
  const held = gates.filter((gate) => threat.heldByGates.includes(gate.id)).map((gate) => gate.title);
  return {
    ...{ id, title, scenario, why: appliesBecause, citations: citations.join('; ') },
    before: levelView(inherent.risk),
    after: levelView(residual.risk),
    heldBy: held.join('; '),
    controls: [...threat.contributions]
      .sort((left, right) => right.maxPoints - left.maxPoints)
      .map(controlView),
    adjustments: threat.adjustments.map(({ target, from, to, assessor, reason }) => ({
      words: `${assessor.name}, ${assessor.role}, set ${target.replaceAll('_', ' ')} from ${levelView(from).word} to ${levelView(to).word}`,
      reason,
    })),
  };
}

function controlView({ title, because, source, points, maxPoints, met }: Contribution): ControlView {
  return { title, because, source, points, most: maxPoints, share: met.code.replaceAll('_', ' ') };
}
