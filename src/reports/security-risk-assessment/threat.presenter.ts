// One threat opened up: every figure with what it was made of.
import type {
  AppliedAdjustment,
  Banding,
  Contribution,
  Rating,
  ServiceResult,
  ThreatResult,
} from '../../assessments/scoring/service-result';
import { shortDate } from './date-words';
import { BASIS_WORDS } from './fact-words';
import { levelView, levelWord, type LevelView } from './level-words';
import { capitalized, counted, listed, numberWord } from './number-words';
import { gateTitles } from './gates.presenter';

export interface RatingRow {
  name: string;
  initiation: LevelView;
  adverseImpact: LevelView;
  likelihood: LevelView;
  impact: LevelView;
  risk: LevelView;
  /** what the table says and which gates hold the risk above it; null when none does */
  heldBecause: string | null;
}

export interface ContributionRow {
  title: string;
  because: string;
  source: string;
  weight: number;
  met: { factor: number; word: string };
  assurance: { factor: number; word: string };
  freshness: { factor: number; word: string };
  points: number;
  maxPoints: number;
}

export interface LaneView {
  caption: string;
  rows: ContributionRow[];
  points: number;
  maxPoints: number;
  band: string;
  cappedBecause: string | null;
}

export interface AdjustmentView {
  target: string;
  from: string;
  to: string;
  by: string;
  reason: string;
  decidedOn: string;
}

export interface ThreatView {
  /** where the link of its row on the page of the service leads */
  anchor: string;
  id: string;
  title: string;
  scenario: string;
  affects: string;
  citations: string;
  appliesBecause: string;
  /** incidents on record that raise it, strongest first */
  raisedBy: string[];
  ratings: RatingRow[];
  /** when gates hold it before and now in the same words: told once, and not by the rows */
  heldThroughout: string | null;
  lanes: LaneView[];
  adjustments: AdjustmentView[];
}

export function threatView(
  threat: ThreatResult,
  { gates }: Pick<ServiceResult, 'gates'>,
  anchor: string,
): ThreatView {
  const heldBy = gateTitles(threat.heldByGates, gates);
  return {
    anchor,
    id: threat.id,
    title: threat.title,
    scenario: threat.scenario,
    affects: capitalized(listed(threat.affects)),
    citations: threat.citations.join('; ') || 'None',
    appliesBecause: threat.appliesBecause,
    raisedBy: (threat.raisedBy ?? []).map(({ because }) => because),
    ...ratingsOf(threat, heldBy),
    lanes: (['initiation', 'adverse_impact'] as const).flatMap((lane) => laneView(lane, threat)),
    adjustments: threat.adjustments.map(adjustmentView),
  };
}

function ratingsOf(
  { inherent, residual }: ThreatResult,
  heldBy: readonly string[],
): Pick<ThreatView, 'ratings' | 'heldThroughout'> {
  const before = ratingRow('Before safeguards', inherent, heldBy);
  const now = ratingRow('Now', residual, heldBy);
  if (before.heldBecause === null || before.heldBecause !== now.heldBecause)
    return { ratings: [before, now], heldThroughout: null };
  return {
    ratings: [before, now].map((row) => ({ ...row, heldBecause: null })),
    heldThroughout: `Before and now: ${before.heldBecause}`,
  };
}

function ratingRow(name: string, rating: Rating, heldBy: readonly string[]): RatingRow {
  return {
    name,
    initiation: levelView(rating.initiation),
    adverseImpact: levelView(rating.adverseImpact),
    likelihood: levelView(rating.likelihood),
    impact: levelView(rating.impact),
    risk: levelView(rating.risk),
    heldBecause:
      rating.riskByTable === rating.risk
        ? null
        : `${levelWord(rating.riskByTable)} by the table; held at ${levelWord(rating.risk).toLowerCase()} by ${heldBy.length > 0 ? heldBy.map((title) => `“${title}”`).join('; ') : 'a gate'}.`,
  };
}

const LANES: Record<Contribution['actsOn'], string> = {
  initiation: 'Safeguards that make it less likely to begin',
  adverse_impact: 'Safeguards that make harm less likely once it has begun',
};

function laneView(lane: Contribution['actsOn'], threat: ThreatResult): LaneView[] {
  const rows = threat.contributions.filter(({ actsOn }) => actsOn === lane);
  const banding = threat.bandings.find(({ actsOn }) => actsOn === lane);
  if (rows.length === 0 || !banding) return [];
  return [
    {
      caption: LANES[lane],
      rows: rows.map(contributionRow),
      points: banding.points,
      maxPoints: banding.maxPoints,
      band: bandWords(banding),
      cappedBecause: banding.cappedBecause,
    },
  ];
}

function contributionRow(one: Contribution): ContributionRow {
  const { ageMonths } = one.freshness;
  return {
    title: one.title,
    because: one.countsFrom ? `${one.because} Counts from ${shortDate(one.countsFrom)}.` : one.because,
    source: one.source,
    weight: one.weight,
    met: { factor: one.met.factor, word: one.met.code.replace(/_/g, ' ') },
    assurance: {
      factor: one.assurance.factor,
      word: one.assurance.basis ? BASIS_WORDS[one.assurance.basis] : 'not known',
    },
    freshness: {
      factor: one.freshness.factor,
      word:
        ageMonths === null
          ? 'no date'
          : ageMonths === 0
            ? 'this month'
            : `${counted(ageMonths, 'month')} old`,
    },
    points: one.points,
    maxPoints: one.maxPoints,
  };
}

function bandWords({ bandFrom, levels }: Banding): string {
  if (bandFrom === null) return 'Under the first band: the level stays.';
  if (levels === 0) return `In the band from ${bandFrom}: the level stays.`;
  return `In the band from ${bandFrom}: ${numberWord(levels)} ${levels === 1 ? 'level' : 'levels'} lower.`;
}

const TARGETS: Record<AppliedAdjustment['target'], string> = {
  initiation: 'Likelihood that it begins',
  adverse_impact: 'Likelihood of harm once begun',
  impact: 'Impact',
};

function adjustmentView({
  target,
  from,
  to,
  assessor,
  reason,
  decidedOn,
}: AppliedAdjustment): AdjustmentView {
  return {
    target: TARGETS[target],
    from: levelWord(from),
    to: levelWord(to),
    by: `${assessor.name}, ${assessor.role}`,
    reason,
    decidedOn: shortDate(decidedOn),
  };
}
