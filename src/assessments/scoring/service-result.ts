// What comes out for one service. It carries every word and figure that a report shows, so that a sealed assessment can be
// read years later without the catalogs of its day. All points are integers.
import type { AdjustmentTarget } from '../../adjustments/adjustment.fields';
import type { CalendarDate } from '../../common/calendar-date';
import type { Level } from '../../common/level';
import type { ThreatSource } from './threat-source';
import type { Basis } from '../../common/words';

export const DECISIONS = ['do_not_use', 'not_enough_known', 'use_with_conditions', 'acceptable'] as const;
export type DecisionCode = (typeof DECISIONS)[number];

/** NIST SP 800-30 Rev. 1: likelihood from Table G-5[initiation][adverseImpact], risk from Table I-2[likelihood][impact]. */
export interface Rating {
  initiation: Level;
  adverseImpact: Level;
  likelihood: Level;
  impact: Level;
  /** what Table I-2 says, before the floor of a gate */
  riskByTable: Level;
  /** the higher of riskByTable and the floor of the gates that hold */
  risk: Level;
}

/** One control's share in lowering one likelihood of one threat: points = weight x met x assurance x freshness (integer tables). */
export interface Contribution {
  controlId: string;
  title: string;
  /** which likelihood the points act on: preventive controls on initiation, the others on adverse impact */
  actsOn: 'initiation' | 'adverse_impact';
  weight: number;
  /** these three are shared with every other contribution that has the same */
  met: Readonly<{ code: string; factor: number }>;
  assurance: Readonly<{ basis: Basis | null; factor: number }>;
  freshness: Readonly<{ ageMonths: number | null; factor: number }>;
  points: number;
  maxPoints: number;
  /** the recorded date from which the control counts; null when no date bears on it */
  countsFrom: CalendarDate | null;
  /** where the fact stands, e.g. "checklist answer no_training", "agreement northlight-baa-2026, BAA-A01" */
  source: string;
  /** a sentence a practice owner understands */
  because: string;
}

/** Points added up for one likelihood, the band they fall in and by how many levels that lowers it. */
export interface Banding {
  actsOn: 'initiation' | 'adverse_impact';
  points: number;
  maxPoints: number;
  /** lower bound of the band that `points` reached, null when under the first */
  bandFrom: number | null;
  levels: number;
  /** set when the cap on what is only stated by the vendor held the lowering back */
  cappedBecause: string | null;
}

export interface AppliedAdjustment {
  key: string;
  target: AdjustmentTarget;
  from: Level;
  to: Level;
  assessor: { name: string; role: string };
  reason: string;
  decidedOn: CalendarDate;
}

/** An incident on record that raises the likelihood that a threat begins, before controls. Of several the first counts: it raises most. */
export interface RaisingIncident {
  /** its place among the practice's incidents by the day it was known */
  number: number;
  knownOn: CalendarDate;
  /** by how many levels */
  levels: number;
  /** last day on which it raises by so much */
  countsUntil: CalendarDate;
  because: string;
}

export interface ThreatResult {
  id: string;
  title: string;
  /** what could happen, in a sentence */
  scenario: string;
  /** of a threat to the whole practice: where it comes from; absent where several things bring it, and in older documents */
  source?: ThreatSource;
  affects: readonly ('confidentiality' | 'integrity' | 'availability')[];
  citations: readonly string[];
  /** why the threat applies to this service */
  appliesBecause: string;
  inherent: Rating;
  /** incidents with the vendor, or at the practice for its own register, that raised the likelihood that it begins, strongest first; absent where none does, and in older results */
  raisedBy?: RaisingIncident[];
  contributions: Contribution[];
  bandings: Banding[];
  adjustments: readonly AppliedAdjustment[];
  /** the highest floor of the gates that hold for this threat; null when none does */
  gateFloor: Level | null;
  /** ids of the gates, fired or open, whose floor is not under what the tables say */
  heldByGates: string[];
  residual: Rating;
}

export interface GateResult {
  id: string;
  title: string;
  /** law: carries a citation and can never be accepted away; house: good practice, and says so */
  kind: 'law' | 'house';
  citation: string | null;
  /** how sure the fact base is of the law entry that the gate rests on */
  confidence: 'high' | 'medium' | 'low';
  /** rules that it rests on and that nobody has read in their text; null where it rests on no law; absent from results of before that was told */
  notChecked?: string[] | null;
  /** open: what decides is not known, so the floor holds as if fired and the decision is "not enough known" */
  state: 'fired' | 'open' | 'cleared' | 'not_applicable';
  /** state is fired */
  fired: boolean;
  /** the level under which no control or adjustment can bring the threats that the gate names */
  floor: Level;
  threats: string[];
  because: string;
  /** for a cleared gate, the recorded date from which it is: start of a safeguard or end of an exposure */
  countsFrom: CalendarDate | null;
  /** what would lift it; null when its floor does not hold */
  remedy: string | null;
}

/** The steps by which the impact came about, e.g. "session audio: high". */
export interface ImpactLine {
  because: string;
  level: Level;
}

export interface UnknownFact {
  id: string;
  /** what is not known */
  what: string;
  /** the task that makes it known */
  task: string;
  weight: number;
}

export interface Contradiction {
  id: string;
  between: [string, string];
  because: string;
}

/** One step and what it alone leads to. */
export interface SingleStep {
  id: string;
  title: string;
  effort: number;
  /** ids of the facts that it would better and of the gates that it would clear, as things stand */
  settles: string[];
  /** ids of the threats that it lowers by itself */
  lowers: string[];
  leadsTo: { decision: DecisionCode; level: Level; indexOutOf100: number };
}

export interface StepSet {
  /** sorted by id */
  steps: { id: string; title: string }[];
  /** what comes out when all of them are done and come out well */
  leadsTo: { decision: DecisionCode; level: Level };
  /** the sum of the efforts */
  effort: number;
  /** false: a longer set, of which none can be left out; whether a smaller one does it has not been looked for */
  isSmallest: boolean;
}

export interface StepsToTake {
  /**
   * For each lower level and each better decision that up to three steps reach: the smallest sets, at most three each. Where they do
   * not reach the next level down, or the next better decision: one longer set, if there is any.
   */
  sets: StepSet[];
  /** why no set of up to three steps betters anything; null when one does */
  none: string | null;
  /** every step that by itself lowers a threat or betters the decision, sorted by id */
  singles: SingleStep[];
}

export interface ServiceResult {
  service: {
    key: string;
    name: string;
    plan: string | null;
    vendorKey: string;
    vendorName: string;
    usesAi: boolean;
    functions: string[];
  };
  decision: {
    code: DecisionCode;
    label: string;
    /** why, shortest first: fired gates, then the worst threats, then what is unknown */
    reasons: string[];
    /** what must hold while the service is used */
    conditions: string[];
    /** why in a few words, for a table */
    short: string;
  };
  inherentLevel: Level;
  /** the worst service-scope threat, never an average */
  level: Level;
  /** 0 to 100, for sorting only; agrees with the level by construction */
  indexOutOf100: number;
  impact: { level: Level; lines: ImpactLine[] };
  /** share of what has to be known that is known, as whole percent; below the threshold the decision is "not enough known" */
  confidence: {
    percent: number;
    knownWeight: number;
    totalWeight: number;
    thresholdPercent: number;
    /** how many facts are known: with the unknown ones, all there are to know; absent from results of before they were counted */
    knownFacts?: number;
  };
  gates: GateResult[];
  threats: ThreatResult[];
  unknowns: UnknownFact[];
  contradictions: Contradiction[];
  /** last date on which this result is sure to hold without new facts; null when nothing dated can change it */
  holdsUntil: { date: CalendarDate; because: string } | null;
  /** absent from results made before there were steps */
  steps?: StepsToTake;
}
