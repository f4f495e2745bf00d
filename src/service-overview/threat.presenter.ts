// One threat opened: its three figures, what made each of them, and every control that counts or would.
import type { Banding, Contribution, GateResult, ThreatResult } from '../assessments/scoring/service-result';
import type { Level } from '../common/level';
import { levelView, type LevelView } from '../reports/security-risk-assessment/level-words';
import { counted } from '../reports/security-risk-assessment/number-words';
import { TARGET_WORDS } from './adjustments/adjustment-words';
import type { EngineWords } from './engine-words';

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
  figures: FigureView[];
  /** where somebody who may sets one of its figures otherwise */
  adjust: string;
}

/** One of the three figures that the risk is looked up by. */
export interface FigureView {
  name: string;
  before: LevelView;
  after: LevelView;
  /** what made the one into the other */
  because: string;
}

interface ControlView {
  title: string;
  because: string;
  source: string;
  points: number;
  most: number;
  share: string;
  /** where the fact is kept; empty where pages have no place for it */
  href: string;
}

/** @param at address of the tool */
export function threatView(
  threat: ThreatResult,
  gates: readonly GateResult[],
  words: EngineWords,
  at: string,
): ThreatView {
  const { id, title, scenario, appliesBecause, citations, inherent, residual } = threat;
  const held = gates.filter((gate) => threat.heldByGates.includes(gate.id)).map((gate) => gate.title);
  return {
    ...{ id, title, scenario, why: words.inWords(appliesBecause), citations: citations.join('; ') },
    before: levelView(inherent.risk),
    after: levelView(residual.risk),
    heldBy: held.join('; '),
    figures: figuresOf(threat, words),
    adjust: `${at}/adjustments/new?threat=${id}`,
    controls: [...threat.contributions]
      .sort((left, right) => right.maxPoints - left.maxPoints)
      .map((contribution) => controlView(contribution, words)),
    adjustments: threat.adjustments.map(({ target, from, to, assessor, reason }) => ({
      words: `${assessor.name}, ${assessor.role}, set ${TARGET_WORDS[target].told} from ${wordOf(from)} to ${wordOf(to)}`,
      reason,
    })),
  };
}

function figuresOf(
  { inherent, residual, bandings, adjustments, raisedBy }: ThreatResult,
  words: EngineWords,
): FigureView[] {
  const isSet = (target: keyof typeof TARGET_WORDS): boolean =>
    adjustments.some((one) => one.target === target);
  const because = (side: Banding['actsOn']): string => {
    const told = bandings
      .filter(({ actsOn }) => actsOn === side)
      .map((banding) => bandingWords(banding, words));
    const happened = side === 'initiation' ? (raisedBy ?? []) : [];
    return [
      ...happened.map(({ because: what }) => words.inWords(what)),
      ...told,
      ...(isSet(side) ? ['Then set by an assessor.'] : []),
    ].join(' ');
  };
  return [
    {
      ...{ name: TARGET_WORDS.initiation.asked, before: levelView(inherent.initiation) },
      ...{ after: levelView(residual.initiation), because: because('initiation') || NO_CONTROLS },
    },
    {
      ...{ name: TARGET_WORDS.adverse_impact.asked, before: levelView(inherent.adverseImpact) },
      ...{ after: levelView(residual.adverseImpact), because: because('adverse_impact') || NO_CONTROLS },
    },
    {
      ...{
        name: TARGET_WORDS.impact.asked,
        before: levelView(inherent.impact),
        after: levelView(residual.impact),
      },
      because: isSet('impact')
        ? 'Set by an assessor.'
        : 'Follows from what data flows and of how many clients; no control lowers it.',
    },
  ];
}

const NO_CONTROLS = 'No control counts here.';

function bandingWords(
  { points, maxPoints, levels, cappedBecause }: Banding,
  { inWords }: EngineWords,
): string {
  const lowered = levels === 0 ? 'not enough to lower it' : `lowers it by ${counted(levels, 'level')}`;
  const capped = cappedBecause ? ` ${inWords(cappedBecause)}` : '';
  return `Controls earn ${points} of ${maxPoints} points: ${lowered}.${capped}`;
}

function controlView(
  { title, because, source, points, maxPoints, met }: Contribution,
  { inWords, placeOf }: EngineWords,
): ControlView {
  return {
    ...{ title, because: inWords(because), source: inWords(source), href: placeOf(source) },
    ...{ points, most: maxPoints, share: met.code.replaceAll('_', ' ') },
  };
}

function wordOf(level: Level): string {
  return levelView(level).word.toLowerCase();
}
