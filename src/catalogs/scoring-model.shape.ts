// The shape of catalogs/scoring-model.yaml.
import { THREAT_SOURCES } from '../assessments/scoring/threat-source';
import { ATTESTATION_KINDS } from '../attestations/attestation.fields';
import { LEVELS, type Level } from '../common/level';
import { BASES } from '../common/words';
import { PROVISION_IDS } from '../business-associate-agreements/agreement.fields';
import { CHECKLIST_ITEMS } from '../checklists/checklist.fields';
import { STUDY_DESIGNS } from '../clinical-validations/clinical-validation.fields';
import { DATA_CLASSES } from '../data-flows/data-flow.fields';
import { INCIDENT_KINDS } from '../incidents/incident-words';
import { CONSENT_KINDS } from '../practice-measures/practice-measures.fields';
import { TRUST_SERVICES_CATEGORIES } from '../soc2-reports/soc2-report.fields';
import { GATE_RULE_NAMES } from '../assessments/scoring/gates/gate-rule-names';
import {
  ACTS_ON,
  CONFIDENCES,
  DECISION_SITUATIONS,
  FRESHNESS_CODES,
  MET_CODES,
  THREAT_SCOPES,
  type ControlDefinition,
  type DecisionRow,
  type FactDefinition,
  type GateDefinition,
  type NistTable,
  type ScoringModelFile,
  type StepDefinition,
  type ThreatDefinition,
} from '../assessments/scoring/scoring-model';
import { DECISIONS } from '../assessments/scoring/service-result';
import type { Condition } from '../assessments/scoring/condition';
import { headShapes } from './catalog-head.shape';
import { condition, monotoneCondition } from './condition.shape';
import {
  flag,
  integer,
  listOf,
  nullable,
  number,
  oneOf,
  record,
  recordOf,
  text,
  variant,
  type Shape,
} from '../common/catalog-files/shape';

const level = oneOf(LEVELS);
const weight = integer(1, 10);
const months = integer(1, 60);

const nistTable = record<NistTable>({
  title: text,
  citation: text,
  matrix: recordOf(LEVELS, recordOf(LEVELS, level)),
});

const common = { id: text, weight, what: text, task: text };
const fact = variant<FactDefinition>('reader', {
  data_flows: record({ ...common, reader: oneOf(['data_flows']) }),
  checklist_answer: record({ ...common, reader: oneOf(['checklist_answer']), item: oneOf(CHECKLIST_ITEMS) }),
  provision: record({
    ...common,
    reader: oneOf(['provision']),
    provision: oneOf(PROVISION_IDS),
    backs: nullable(oneOf(CHECKLIST_ITEMS)),
  }),
  agreement_in_force: record({ ...common, reader: oneOf(['agreement_in_force']) }),
  required_provisions: record({ ...common, reader: oneOf(['required_provisions']) }),
  breach_notice: record({ ...common, reader: oneOf(['breach_notice']) }),
  soc2: record({
    ...common,
    reader: oneOf(['soc2']),
    criteria: listOf(text, 1),
    category: oneOf(TRUST_SERVICES_CATEGORIES),
  }),
  attestation: record({
    ...common,
    reader: oneOf(['attestation']),
    kinds: listOf(oneOf(ATTESTATION_KINDS), 1),
    criteria: listOf(text, 1),
  }),
  flow_encryption: record({
    ...common,
    reader: oneOf(['flow_encryption']),
    where: oneOf(['in_transit', 'at_rest'] as const),
  }),
  retention: record({
    ...common,
    reader: oneOf(['retention']),
    classes: listOf(oneOf(DATA_CLASSES), 1),
    fullyWithinDays: integer(0, 36500),
    partlyWithinDays: integer(0, 36500),
  }),
  subcontractors_named: record({ ...common, reader: oneOf(['subcontractors_named']) }),
  note_review: record({ ...common, reader: oneOf(['note_review']) }),
  consent: record({ ...common, reader: oneOf(['consent']), consent: oneOf(CONSENT_KINDS) }),
  answer: record({ ...common, reader: oneOf(['answer']), question: text }),
  safeguard: record({ ...common, reader: oneOf(['safeguard']), entry: text }),
  qsoa_in_force: record({ ...common, reader: oneOf(['qsoa_in_force']) }),
  plan: record({ ...common, reader: oneOf(['plan']) }),
  companies_bound: record({ ...common, reader: oneOf(['companies_bound']) }),
  hosting_countries: record({ ...common, reader: oneOf(['hosting_countries']) }),
  model_card: record({ ...common, reader: oneOf(['model_card']) }),
  clinical_validation: record({ ...common, reader: oneOf(['clinical_validation']) }),
  financial_standing: record({ ...common, reader: oneOf(['financial_standing']) }),
  service_levels: record({ ...common, reader: oneOf(['service_levels']) }),
  exit_terms: record({ ...common, reader: oneOf(['exit_terms']) }),
});

const control = record<ControlDefinition>({
  id: text,
  fact: text,
  actsOn: oneOf(ACTS_ON),
  weight,
  title: text,
  onlyWhen: nullable(oneOf(['uses_ai'])),
});

const threat = record<ThreatDefinition>({
  id: text,
  title: text,
  scope: oneOf(THREAT_SCOPES),
  source: nullable(oneOf(THREAT_SOURCES)),
  scenario: text,
  affects: listOf(oneOf(['confidentiality', 'integrity', 'availability']), 1),
  citations: listOf(text, 1),
  appliesWhen: monotoneCondition,
  appliesBecause: text,
  likelihood: record<ThreatDefinition['likelihood']>({
    initiation: level,
    adverseImpact: level,
    raisedInitiation: nullable(
      record<{ when: Condition; to: Level }>({ when: monotoneCondition, to: level }),
    ),
  }),
  impactAtMost: nullable(level),
  controls: listOf(control, 1),
});

const gate = record<GateDefinition>({
  id: text,
  title: text,
  kind: oneOf(['law', 'house']),
  hipaa: flag,
  rule: oneOf(GATE_RULE_NAMES),
  citation: nullable(text),
  confidence: oneOf(CONFIDENCES),
  notChecked: nullable(listOf(text)),
  floor: level,
  threats: listOf(text, 1),
  remedy: text,
  longestDays: nullable(integer(1, 36500)),
});

const step = record<StepDefinition>({
  id: text,
  title: text,
  effort: integer(1, 5),
  facts: listOf(text),
  gates: listOf(text),
});

const decision = record<DecisionRow>({
  situation: oneOf(DECISION_SITUATIONS),
  levels: nullable(listOf(level, 1)),
  code: oneOf(DECISIONS),
});

export const scoringModelShape: Shape<ScoringModelFile> = record<ScoringModelFile>({
  ...headShapes,
  tables: record<ScoringModelFile['tables']>({ overallLikelihood: nistTable, risk: nistTable }),
  impact: record<ScoringModelFile['impact']>({
    dataClasses: recordOf(DATA_CLASSES, level),
    clientsPerYear: listOf(
      record<{ from: number; steps: number }>({ from: integer(0, 10_000_000), steps: integer(0, 4) }),
      1,
    ),
    limitedDataSetSteps: integer(-4, 0),
  }),
  points: record<ScoringModelFile['points']>({
    met: recordOf(MET_CODES, integer(0, 10)),
    assurance: recordOf(BASES, integer(0, 10)),
    freshness: recordOf(FRESHNESS_CODES, integer(0, 10)),
  }),
  bands: listOf(
    record<{ fromPercent: number; levels: number }>({ fromPercent: integer(1, 100), levels: integer(1, 4) }),
    1,
  ),
  statedLowersAtMost: integer(0, 4),
  ages: record<ScoringModelFile['ages']>({
    answer: record<ScoringModelFile['ages']['answer']>({ currentMonths: months, ageingMonths: months }),
    soc2: record<ScoringModelFile['ages']['soc2']>({
      currentMonths: months,
      bridgedMonths: months,
      firstPeriodMonths: months,
    }),
    adjustment: record<ScoringModelFile['ages']['adjustment']>({ currentMonths: months }),
  }),
  breachNotice: record<ScoringModelFile['breachNotice']>({
    fullyWithinHours: integer(1, 8760),
    partlyWithinHours: integer(1, 8760),
  }),
  recordFigures: record<ScoringModelFile['recordFigures']>({
    financialStanding: record<ScoringModelFile['recordFigures']['financialStanding']>({
      fullyFromRunwayMonths: integer(1, 600),
      partlyFromRunwayMonths: integer(1, 600),
      partlyFromYearsInBusiness: integer(1, 500),
    }),
    availability: record<ScoringModelFile['recordFigures']['availability']>({
      fullyFromPercent: number(0, 100),
      partlyFromPercent: number(0, 100),
    }),
    weakStudyDesigns: listOf(oneOf(STUDY_DESIGNS)),
    keptLongFromDays: integer(1, 36500),
  }),
  incidentRaises: listOf(
    record<ScoringModelFile['incidentRaises'][number]>({
      finding: oneOf(['breach', 'incident']),
      untilMonths: months,
      levels: integer(1, 4),
    }),
    1,
  ),
  incidentShows: listOf(
    record<ScoringModelFile['incidentShows'][number]>({
      kind: oneOf(INCIDENT_KINDS),
      threats: listOf(text, 1),
      countsWithoutUse: flag,
    }),
  ),
  incidentContradicts: record<ScoringModelFile['incidentContradicts']>({
    kinds: listOf(oneOf(INCIDENT_KINDS), 1),
    untilMonths: months,
  }),
  indexRanges: recordOf(
    LEVELS,
    record<{ from: number; to: number }>({ from: integer(0, 100), to: integer(0, 100) }),
  ),
  confidenceThresholdPercent: integer(0, 100),
  decisions: listOf(decision, 1),
  decisionLabels: recordOf(DECISIONS, text),
  facts: listOf(fact, 1),
  threats: listOf(threat, 1),
  gates: listOf(gate),
  steps: listOf(step),
  notLifted: listOf(text),
  conditions: listOf(record<ScoringModelFile['conditions'][number]>({ id: text, when: condition, text })),
});
