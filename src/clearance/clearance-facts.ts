// What the rule of clearance looks at: a question, what is stored of the service, and the knowledge in force. Plain data.
import type { DecisionCode, GateResult } from '../assessments/scoring/service-result';
import type { ScoringModel } from '../assessments/scoring/scoring-model';
import type { ClearanceObligationsCatalog, ObligationBasis } from '../catalogs/clearance-obligations.shape';
import type { CalendarDate } from '../common/calendar-date';
import type { UsState } from '../common/us-states';
import type { DataClass } from '../data-flows/data-flow.fields';
import type { CoveredEntity, Modality } from '../organizations/practice.fields';
import type { ServiceFunction } from '../vendors/service.fields';
import type { Purpose } from './purposes';

export interface ClearanceQuestion {
  readonly purpose: Purpose;
  readonly dataClasses: readonly DataClass[];
  readonly clientState: UsState;
  /** null: every state where clinicians of the practice sit */
  readonly clinicianState: UsState | null;
  /** null: every way in which the practice holds sessions */
  readonly modality: Modality | null;
}

export interface PracticeStanding {
  /** in the practice's time zone */
  readonly today: CalendarDate;
  readonly coveredEntity: CoveredEntity;
  readonly clientStates: readonly UsState[];
  readonly clinicianStates: readonly UsState[];
  readonly modalities: readonly Modality[];
  readonly latestSealedAssessmentId: string | null;
}

export type StandingGate = Pick<
  GateResult,
  'id' | 'title' | 'kind' | 'citation' | 'confidence' | 'state' | 'because' | 'remedy'
>;

export interface StoredScore {
  readonly decision: DecisionCode;
  readonly why: string;
  readonly asOf: CalendarDate;
  readonly scoredAt: Date;
  readonly holdsUntil: CalendarDate | null;
  readonly modelId: string;
  readonly modelVersion: string;
  /** the conditions of use, in words */
  readonly conditions: readonly string[];
  /** gates that are fired or open */
  readonly gates: readonly StandingGate[];
}

export interface ServiceStanding {
  readonly id: string;
  readonly key: string;
  readonly functions: readonly ServiceFunction[];
  readonly usesAi: boolean;
  /** what goes between practice, clients and the vendor on record, pointing at a client */
  readonly dataClasses: readonly DataClass[];
  /** days after a session by which the practice says that it deletes audio; null when it does not say */
  readonly audioDeletedWithinDays: number | null;
  readonly score: StoredScore | null;
}

export interface ClearanceFacts {
  readonly practice: PracticeStanding;
  /** null when the practice has no such service */
  readonly service: ServiceStanding | null;
}

/** The knowledge in force: the model that scores, and what obligations rest on. */
export interface ClearanceModel {
  readonly scoring: Pick<
    ScoringModel,
    'id' | 'version' | 'conditions' | 'decisionLabels' | 'recordingConsent'
  >;
  readonly obligations: ClearanceObligationsCatalog;
}

export const REASON_CODES = [
  'decision-acceptable',
  'decision-use-with-conditions',
  'service-unknown',
  'not-scored',
  'decision-do-not-use',
  'decision-not-enough-known',
  'gate-fired',
  'gate-open',
  'result-expired',
  'model-not-current',
  'purpose-not-served',
  'data-class-not-assessed',
  'client-state-not-assessed',
  'clinician-state-not-assessed',
  'modality-not-assessed',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

export interface Reason {
  readonly code: ReasonCode;
  readonly text: string;
  readonly citation: string | null;
  /** law only where the citation states a duty; everything else is a rule of the house */
  readonly kind: 'law' | 'house';
}

export interface Obligation {
  readonly id: string;
  readonly text: string;
  readonly citation: string | null;
  readonly basis: ObligationBasis;
  readonly confidence: 'high' | 'medium' | 'low';
  /** for what is to be done within a time: days after the session, and the date for a session of today */
  readonly withinDays: number | null;
  readonly dueOn: CalendarDate | null;
}

export interface AssessmentBasis {
  readonly service: string;
  readonly asOf: CalendarDate;
  readonly scoredAt: Date;
  readonly holdsUntil: CalendarDate | null;
  readonly modelId: string;
  readonly modelVersion: string;
  readonly latestSealedAssessmentId: string | null;
}

export interface Clearance {
  readonly decision: boolean;
  readonly context: {
    readonly reasons: readonly Reason[];
    readonly obligations: readonly Obligation[];
    readonly assessmentBasis: AssessmentBasis | null;
    readonly notice: string;
  };
}
