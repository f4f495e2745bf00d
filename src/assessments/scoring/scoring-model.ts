// The scoring model as parsed from catalogs/: data that the engine interprets. Names of readers, situations and rules are
// closed lists, so that a catalog can only ask for what the engine knows.
import type { ThreatSource } from './threat-source';
import type { AttestationKind } from '../../attestations/attestation.fields';
import type { AttestationKnowledge } from '../../attestations/attestation-knowledge';
import type { ProvisionId } from '../../business-associate-agreements/agreement.fields';
import type { ChecklistItem } from '../../checklists/checklist.fields';
import type { StudyDesign } from '../../clinical-validations/clinical-validation.fields';
import type { Level, LevelMatrix } from '../../common/level';
import type { Basis } from '../../common/words';
import type { DataClass } from '../../data-flows/data-flow.fields';
import type { IncidentKind } from '../../incidents/incident-words';
import type { ConsentKind } from '../../practice-measures/practice-measures.fields';
import type { Soc2Knowledge } from '../../soc2-reports/soc2-knowledge';
import type { TrustServicesCategory } from '../../soc2-reports/soc2-report.fields';
import type { Condition } from './condition';
import type { ProvisionsAndGroups } from './agreement-provisions-catalog';
import type { GateRuleName } from './gates/gate-rule-names';
import type { QuestionnaireCatalog } from './questionnaire-catalog';
import type { RecordingConsentCatalog } from './recording-consent-catalog';
import type { ActsOn, CatalogHead, Confidence, FreshnessCode, MetCode } from './model-words';
import type { DecisionCode } from './service-result';

export * from './model-words';
export * from './recording-consent-catalog';

export interface NistTable {
  readonly title: string;
  readonly citation: string;
  readonly matrix: LevelMatrix;
}

interface FactCommon {
  readonly id: string;
  /** what knowing the fact is worth in the confidence figure */
  readonly weight: number;
  readonly what: string;
  readonly task: string;
}

export type FactDefinition = FactCommon &
  (
    | { readonly reader: 'data_flows' }
    | { readonly reader: 'checklist_answer'; readonly item: ChecklistItem }
    | {
        readonly reader: 'provision';
        readonly provision: ProvisionId;
        /** the answer that the clause backs: it earns nothing beside an answer of no, or none */
        readonly backs: ChecklistItem | null;
      }
    | { readonly reader: 'agreement_in_force' }
    | { readonly reader: 'required_provisions' }
    | { readonly reader: 'breach_notice' }
    | {
        readonly reader: 'soc2';
        readonly criteria: readonly string[];
        readonly category: TrustServicesCategory;
      }
    | {
        readonly reader: 'attestation';
        /** the kinds that are looked at; what each is worth on the criteria stands in catalogs/attestations.yaml */
        readonly kinds: readonly AttestationKind[];
        readonly criteria: readonly string[];
      }
    | { readonly reader: 'flow_encryption'; readonly where: 'in_transit' | 'at_rest' }
    | {
        readonly reader: 'retention';
        readonly classes: readonly DataClass[];
        readonly fullyWithinDays: number;
        readonly partlyWithinDays: number;
      }
    | { readonly reader: 'subcontractors_named' }
    | { readonly reader: 'note_review' }
    | { readonly reader: 'consent'; readonly consent: ConsentKind }
    | {
        readonly reader: 'answer';
        /** id of a question of the due-diligence questionnaire */
        readonly question: string;
      }
    | {
        readonly reader: 'safeguard';
        /** bare citation of an entry of the Security Rule that binds a covered entity */
        readonly entry: string;
      }
    | { readonly reader: 'qsoa_in_force' }
    | { readonly reader: 'plan' }
    | { readonly reader: 'companies_bound' }
    | { readonly reader: 'hosting_countries' }
    | { readonly reader: 'model_card' }
    | { readonly reader: 'clinical_validation' }
    | { readonly reader: 'financial_standing' }
    | { readonly reader: 'service_levels' }
    | { readonly reader: 'exit_terms' }
  );

export interface ControlDefinition {
  readonly id: string;
  readonly fact: string;
  readonly actsOn: ActsOn;
  readonly weight: number;
  readonly title: string;
  /** the control is asked only in this situation; null for always */
  readonly onlyWhen: 'uses_ai' | null;
}

export const THREAT_SCOPES = ['service', 'practice'] as const;
export type ThreatScope = (typeof THREAT_SCOPES)[number];

export interface ThreatDefinition {
  readonly id: string;
  readonly title: string;
  /** practice: in the practice's own register, and never setting the level of a service */
  readonly scope: ThreatScope;
  /** null where several do */
  readonly source: ThreatSource | null;
  readonly scenario: string;
  readonly affects: readonly ('confidentiality' | 'integrity' | 'availability')[];
  readonly citations: readonly string[];
  /** nothing in it is negated: adding a flow never takes a threat away */
  readonly appliesWhen: Condition;
  readonly appliesBecause: string;
  readonly likelihood: {
    readonly initiation: Level;
    readonly adverseImpact: Level;
    readonly raisedInitiation: { readonly when: Condition; readonly to: Level } | null;
  };
  readonly impactAtMost: Level | null;
  readonly controls: readonly ControlDefinition[];
}

export interface GateDefinition {
  readonly id: string;
  readonly title: string;
  readonly kind: 'law' | 'house';
  /** true: for a practice that is not a covered entity the gate is a house gate */
  readonly hipaa: boolean;
  readonly rule: GateRuleName;
  readonly citation: string | null;
  readonly confidence: Confidence;
  /** the rules of its citation that nobody has read in their text; null for a gate that cites none, or whose law is that of states */
  readonly notChecked: readonly string[] | null;
  readonly floor: Level;
  readonly threats: readonly string[];
  readonly remedy: string;
  /** for the deletion-term gate: the longest retention, in days, that counts as a term */
  readonly longestDays: number | null;
}

/** Something that the practice or the vendor can do. It brings its facts to the best that can be reached and clears its gates. */
export interface StepDefinition {
  readonly id: string;
  readonly title: string;
  /** 1 for an afternoon to 5 for a project of months (house suggestion) */
  readonly effort: number;
  readonly facts: readonly string[];
  readonly gates: readonly string[];
}

export const DECISION_SITUATIONS = [
  'law_gate_fired',
  'gate_open',
  'flows_not_recorded',
  'confidence_below_threshold',
  'level',
] as const;
export type DecisionSituation = (typeof DECISION_SITUATIONS)[number];

export interface DecisionRow {
  readonly situation: DecisionSituation;
  /** for the situation `level`: the residual levels that the row decides */
  readonly levels: readonly Level[] | null;
  readonly code: DecisionCode;
}

export interface ChecklistItemDefinition {
  readonly id: ChecklistItem;
  readonly no: number;
  readonly asked: Condition;
  readonly question: string;
  readonly why: string;
  readonly goodAnswer: string;
  readonly evidence: string;
  readonly citation: string | null;
  readonly sourceIds: readonly string[];
}

export interface TechChecklistCatalog extends CatalogHead {
  readonly items: readonly ChecklistItemDefinition[];
}

export interface AgreementProvisionsCatalog extends CatalogHead, ProvisionsAndGroups {}

export interface Soc2Catalog extends CatalogHead, Soc2Knowledge {}

export interface AttestationsCatalog extends CatalogHead, AttestationKnowledge {}

/** catalogs/scoring-model.yaml, as it stands. */
export interface ScoringModelFile extends CatalogHead {
  readonly tables: { readonly overallLikelihood: NistTable; readonly risk: NistTable };
  readonly impact: {
    readonly dataClasses: Readonly<Record<DataClass, Level>>;
    readonly clientsPerYear: readonly { readonly from: number; readonly steps: number }[];
    readonly limitedDataSetSteps: number;
  };
  readonly points: {
    readonly met: Readonly<Record<MetCode, number>>;
    readonly assurance: Readonly<Record<Basis, number>>;
    readonly freshness: Readonly<Record<FreshnessCode, number>>;
  };
  readonly bands: readonly { readonly fromPercent: number; readonly levels: number }[];
  readonly statedLowersAtMost: number;
  readonly ages: {
    readonly answer: { readonly currentMonths: number; readonly ageingMonths: number };
    readonly soc2: {
      readonly currentMonths: number;
      readonly bridgedMonths: number;
      readonly firstPeriodMonths: number;
    };
    readonly adjustment: { readonly currentMonths: number };
  };
  readonly breachNotice: { readonly fullyWithinHours: number; readonly partlyWithinHours: number };
  /** by which the records of the vendor and the service are judged */
  readonly recordFigures: {
    readonly financialStanding: {
      readonly fullyFromRunwayMonths: number;
      readonly partlyFromRunwayMonths: number;
      readonly partlyFromYearsInBusiness: number;
    };
    readonly availability: { readonly fullyFromPercent: number; readonly partlyFromPercent: number };
    readonly weakStudyDesigns: readonly StudyDesign[];
    readonly keptLongFromDays: number;
  };
  /** by how many levels an incident with the vendor or at the practice raises a likelihood, and for how long: the strongest row that still holds counts */
  readonly incidentRaises: readonly {
    readonly finding: 'breach' | 'incident';
    readonly untilMonths: number;
    readonly levels: number;
  }[];
  /** which threats an incident of each kind shows: those of services where it was with the vendor, those of the practice where it was there */
  readonly incidentShows: readonly {
    readonly kind: IncidentKind;
    readonly threats: readonly string[];
    /** true: it happened although nothing was used as the privacy rule does not allow */
    readonly countsWithoutUse: boolean;
  }[];
  /** a breach of one of these kinds with the vendor, known within so many months, speaks against the answer that there was none */
  readonly incidentContradicts: { readonly kinds: readonly IncidentKind[]; readonly untilMonths: number };
  readonly indexRanges: Readonly<Record<Level, { readonly from: number; readonly to: number }>>;
  readonly confidenceThresholdPercent: number;
  readonly decisions: readonly DecisionRow[];
  readonly decisionLabels: Readonly<Record<DecisionCode, string>>;
  readonly facts: readonly FactDefinition[];
  readonly threats: readonly ThreatDefinition[];
  readonly gates: readonly GateDefinition[];
  /** each fact and each gate is settled by one step at most */
  readonly steps: readonly StepDefinition[];
  /** ids of facts of services and of gates that no step lifts: only sending less does, or nothing */
  readonly notLifted: readonly string[];
  readonly conditions: readonly {
    readonly id: string;
    readonly when: Condition;
    readonly text: string;
  }[];
}

/** All that scoring looks up: the model with the catalogs that its readers and gates name. */
export interface ScoringModel extends ScoringModelFile {
  readonly techChecklist: TechChecklistCatalog;
  readonly agreementProvisions: AgreementProvisionsCatalog;
  readonly recordingConsent: RecordingConsentCatalog;
  readonly soc2: Soc2Catalog;
  readonly attestations: AttestationsCatalog;
  readonly questionnaire: QuestionnaireCatalog;
}
