// One service on one page: the decision with its reasons, what would lower the risk, and every threat opened to the contributions that its level is
// made of.
import type { ServiceScoreDetailResponse } from '../assessments/scores/service-score.dto';
import type {
  GateResult,
  ServiceResult,
  SingleStep,
  StepSet,
  ThreatResult,
} from '../assessments/scoring/service-result';
import { rankOf } from '../common/level';
import { noteFindingAt } from '../findings/note-finding';
import { decisionInSentence } from '../reports/security-risk-assessment/decision-words';
import { howSure } from '../reports/security-risk-assessment/gates.presenter';
import { effortWords } from '../reports/security-risk-assessment/actions.presenter';
import {
  levelBeside,
  levelView,
  type LevelView,
  type ServiceLevelView,
} from '../reports/security-risk-assessment/level-words';
import { capitalized, counted } from '../reports/security-risk-assessment/number-words';
import { contradictionsSection, type ContradictionView } from './contradictions-section.presenter';
import type { EngineWords } from './engine-words';
import { threatView, type ThreatView } from './threat.presenter';
import type { Place } from './where-done';

interface StepTitle {
  title: string;
  places: Place[];
}

export interface ServiceOverview {
  at: string;
  id: string;
  key: string;
  name: string;
  vendor: string;
  plan: string;
  decision: string;
  level: ServiceLevelView;
  inherent: ServiceLevelView;
  reasons: string[];
  moreReasons: string[];
  conditions: string[];
  known: string;
  asOf: string;
  holdsUntil: string;
  holdsBecause: string;
  isCurrent: boolean;
  gates: {
    title: string;
    state: string;
    because: string;
    remedy: string;
    citation: string;
    kind: string;
    /** how sure its law is, and how far that was read; empty where it cites none */
    howSure: string;
    /** where a finding about it is noted */
    note: string;
  }[];
  /** `others`: there is more than one step in it */
  steps: { titles: StepTitle[]; others: boolean; leadsTo: string; level: LevelView }[];
  noSteps: string;
  threats: ThreatView[];
  unknowns: { what: string; task: string }[];
  contradictions: ContradictionView[];
  /** the three steps that by themselves lower the risk most */
  topSteps: TopStepView[];
  /** how many things stop it */
  stops: number;
  /** none of them alone betters the decision */
  noneSuffices: boolean;
}

export interface TopStepView {
  title: string;
  effort: string;
  /** "Lowers 4 threats" */
  lowers: string;
  decision: string;
  level: LevelView;
  places: Place[];
  /** where a finding about it is noted */
  note: string;
}

/** What the page knows beside the score. */
export interface OverviewContext {
  words: EngineWords;
  places: (stepId: string) => Place[];
}

const GATE_STATES: Readonly<Record<GateResult['state'], string>> = {
  fired: 'Stops it',
  open: 'Not known yet: counts as if it stopped it',
  cleared: 'Cleared',
  not_applicable: 'Does not apply',
};
const KINDS: Readonly<Record<GateResult['kind'], string>> = { law: 'Law', house: 'Good practice, not law' };

/** So many reasons are told at once: the first weigh most. */
const MOST_REASONS = 5;

export function serviceOverview(
  organizationId: string,
  { id, result, asOf, isCurrent }: ServiceScoreDetailResponse,
  { words, places }: OverviewContext,
): ServiceOverview {
  const { service, decision, confidence, gates, steps } = result;
  const { inWords } = words;
  const asked = gates.filter(({ state }) => state === 'fired' || state === 'open');
  const at = `/organizations/${organizationId}`;
  return {
    at,
    ...{ id, key: service.key },
    name: service.name,
    vendor: service.vendorName,
    plan: service.plan ?? '',
    decision: decision.label,
    level: levelBeside(result.level, result.decision.code),
    inherent: levelBeside(result.inherentLevel, decision.code),
    reasons: decision.reasons.slice(0, MOST_REASONS).map(inWords),
    moreReasons: decision.reasons.slice(MOST_REASONS).map(inWords),
    conditions: decision.conditions.map(inWords),
    known: `${confidence.percent}% of what has to be known is known, by its weight; the decision needs ${confidence.thresholdPercent}%.`,
    asOf,
    holdsUntil: result.holdsUntil?.date ?? '',
    holdsBecause: capitalized(
      inWords((result.holdsUntil?.because ?? '').replace(/^On \d{4}-\d{2}-\d{2}: /, '')),
    ),
    isCurrent,
    gates: asked.map(({ id: gate, title, state, because, remedy, citation, kind, floor, ...known }) => ({
      note: noteFindingAt(at, {
        source: 'gate',
        sourceId: gate,
        title,
        service: service.key,
        severity: floor,
      }),
      ...{ title, because: inWords(because), state: GATE_STATES[state], kind: KINDS[kind] },
      ...{ remedy: inWords(remedy ?? ''), citation: citation ?? '' },
      howSure: citation === null ? '' : howSure({ ...known, citation }),
    })),
    steps: (steps?.sets ?? []).map((set) => stepView(set, places)),
    noSteps: inWords(steps?.none ?? ''),
    stops: asked.length,
    noneSuffices: (steps?.singles ?? []).every(
      ({ leadsTo }) => leadsTo.decision === decision.code && leadsTo.level === result.level,
    ),
    topSteps: topSteps(result, places, at),
    threats: [...result.threats]
      .sort(worstFirst)
      .map((threat) => threatView(threat, gates, words, `${at}/services/${id}`)),
    unknowns: result.unknowns.map(({ what, task }) => ({ what: inWords(what), task: inWords(task) })),
    contradictions: contradictionsSection(result.contradictions, words),
  };
}

function stepView(
  { steps, leadsTo }: StepSet,
  places: OverviewContext['places'],
): ServiceOverview['steps'][number] {
  return {
    titles: steps.map(({ id, title }) => ({ title, places: places(id) })),
    others: steps.length > 1,
    leadsTo: decisionInSentence(leadsTo.decision),
    level: levelView(leadsTo.level),
  };
}

const MOST_TOP_STEPS = 3;

/** By the level that each leads to, then by the index, by how many threats it lowers, and by how little it takes. */
function topSteps(
  { steps, threats, service }: ServiceResult,
  places: OverviewContext['places'],
  at: string,
): TopStepView[] {
  if (threats.length === 0) return [];
  return [...(steps?.singles ?? [])]
    .sort(strongestFirst)
    .slice(0, MOST_TOP_STEPS)
    .map(({ id, title, effort, lowers, leadsTo }) => ({
      title,
      effort: capitalized(effortWords(effort)),
      lowers: lowers.length > 0 ? `lowers ${counted(lowers.length, 'threat')}` : 'lets more be decided',
      decision: decisionInSentence(leadsTo.decision),
      level: levelView(leadsTo.level),
      places: places(id),
      note: noteFindingAt(at, { source: 'step', sourceId: id, title, service: service.key }),
    }));
}

function strongestFirst(left: SingleStep, right: SingleStep): number {
  return (
    rankOf(left.leadsTo.level) - rankOf(right.leadsTo.level) ||
    left.leadsTo.indexOutOf100 - right.leadsTo.indexOutOf100 ||
    right.lowers.length - left.lowers.length ||
    left.effort - right.effort ||
    (left.id < right.id ? -1 : 1)
  );
}

function worstFirst(left: ThreatResult, right: ThreatResult): number {
  return (
    rankOf(right.residual.risk) - rankOf(left.residual.risk) || left.title.localeCompare(right.title, 'en')
  );
}
