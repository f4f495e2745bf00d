// The dossier: the document of one practice, with every fact that scoring may see. It is written by hand for
// `duecare assess`, imported and exported over HTTP, and frozen inside every assessment. Records refer to each other by key.
import type { CalendarDate } from '../common/calendar-date';
import { ChoiceField, DateField, IntegerField, RecordField, RecordListField } from '../common/fields';
import {
  DossierPractice,
  DossierVendor,
  DossierService,
  DossierAgreement,
  DossierSoc2Report,
  DossierAttestation,
  DossierDataFlow,
  DossierChecklist,
  DossierPracticeMeasures,
  DossierAdjustment,
  DossierQuestionnaire,
  DossierModelCard,
  DossierClinicalValidation,
  DossierFinancialStanding,
  DossierServiceLevel,
  DossierExitTerms,
  DossierSafeguard,
  DossierIncident,
  DossierLocation,
  DossierAsset,
  DossierAssetConnection,
  DossierBiasAudit,
  DossierLogReview,
  DossierDisputedDecision,
  DossierPerformanceMeasurement,
  DossierVendorReview,
  DossierExitPlan,
  DossierEvidence,
  DossierObligationCompletion,
  DossierObligationSetting,
  DossierConsentForm,
  DossierStaffMember,
  DossierPolicy,
  DossierPolicyVersion,
  DossierPolicyAcknowledgement,
  DossierTrainingRecord,
  DossierRiskAcceptance,
  DossierFinding,
  DossierPracticeDecision,
} from './dossier-records';

export * from './dossier-records';

export const DOSSIER_FORMAT = 'duecare-dossier';
export const DOSSIER_FORMAT_VERSION = 1;

const MANY = 1000;
/** A practice of some tools completes a few hundred a year, and keeps six years. */
const MANY_COMPLETIONS = 10_000;

export class Dossier {
  @ChoiceField([DOSSIER_FORMAT], { description: 'Marks the document as a dossier.' })
  format: typeof DOSSIER_FORMAT;

  @IntegerField({
    description: 'Version of this format.',
    minimum: 1,
    maximum: DOSSIER_FORMAT_VERSION,
    example: 1,
  })
  formatVersion: number;

  @DateField({
    description: "Date for which to assess; today in the practice's time zone when left out.",
    optional: true,
  })
  asOf?: CalendarDate | null;

  @RecordField(() => DossierPractice, { description: 'Profile of the practice.' })
  practice: DossierPractice;

  @RecordListField(() => DossierVendor, { description: 'Vendors.', maxItems: MANY })
  vendors: DossierVendor[];

  @RecordListField(() => DossierService, { description: 'Services of the vendors.', maxItems: MANY })
  services: DossierService[];

  @RecordListField(() => DossierAgreement, {
    description: 'Agreements with the vendors.',
    optional: true,
    maxItems: MANY,
  })
  agreements?: DossierAgreement[] | null;

  @RecordListField(() => DossierSoc2Report, {
    description: 'SOC 2 reports received.',
    optional: true,
    maxItems: MANY,
  })
  soc2Reports?: DossierSoc2Report[] | null;

  @RecordListField(() => DossierAttestation, {
    description:
      'Other attestations: certificates, test letters, questionnaires that vendors answered themselves.',
    optional: true,
    maxItems: MANY,
  })
  attestations?: DossierAttestation[] | null;

  @RecordListField(() => DossierDataFlow, {
    description: 'Flows of client data.',
    optional: true,
    maxItems: MANY,
  })
  dataFlows?: DossierDataFlow[] | null;

  @RecordListField(() => DossierChecklist, {
    description: 'The AI Tech Checklist of each service.',
    optional: true,
    maxItems: MANY,
  })
  checklists?: DossierChecklist[] | null;

  @RecordListField(() => DossierPracticeMeasures, {
    description: 'What the practice does around each service.',
    optional: true,
    maxItems: MANY,
  })
  practiceMeasures?: DossierPracticeMeasures[] | null;

  @RecordListField(() => DossierAdjustment, {
    description: "Assessors' adjustments.",
    optional: true,
    maxItems: MANY,
  })
  adjustments?: DossierAdjustment[] | null;

  @RecordListField(() => DossierQuestionnaire, {
    description: 'Questionnaires about services and about the practice itself, with their answers.',
    optional: true,
    maxItems: MANY,
  })
  questionnaires?: DossierQuestionnaire[] | null;

  @RecordListField(() => DossierModelCard, {
    description: 'Model cards of the AI models behind the services.',
    optional: true,
    maxItems: MANY,
  })
  modelCards?: DossierModelCard[] | null;

  @RecordListField(() => DossierClinicalValidation, {
    description: 'Studies of how the services do in care.',
    optional: true,
    maxItems: MANY,
  })
  clinicalValidations?: DossierClinicalValidation[] | null;

  @RecordListField(() => DossierFinancialStanding, {
    description: 'How the vendors stand financially.',
    optional: true,
    maxItems: MANY,
  })
  financialStandings?: DossierFinancialStanding[] | null;

  @RecordListField(() => DossierServiceLevel, {
    description: 'What the vendors promise of their services, as numbers.',
    optional: true,
    maxItems: MANY,
  })
  serviceLevels?: DossierServiceLevel[] | null;

  @RecordListField(() => DossierExitTerms, {
    description: 'How each service could be left.',
    optional: true,
    maxItems: MANY,
  })
  exitTerms?: DossierExitTerms[] | null;

  @RecordListField(() => DossierSafeguard, {
    description: 'How the practice itself meets the HIPAA Security Rule, one record an entry of it.',
    optional: true,
    maxItems: MANY,
  })
  safeguards?: DossierSafeguard[] | null;

  @RecordListField(() => DossierEvidence, {
    description: 'The documents that facts rest on.',
    optional: true,
    maxItems: MANY,
  })
  evidence?: DossierEvidence[] | null;

  @RecordListField(() => DossierIncident, {
    description: 'Incidents with client data, breaches among them, and what was done about each.',
    optional: true,
    maxItems: MANY,
  })
  incidents?: DossierIncident[] | null;

  @RecordListField(() => DossierLocation, {
    description: 'Places where the practice works or keeps things.',
    optional: true,
    maxItems: MANY,
  })
  locations?: DossierLocation[] | null;

  @RecordListField(() => DossierAsset, {
    description: 'Devices, systems, media and paper that may hold or carry client data.',
    optional: true,
    maxItems: MANY,
  })
  assets?: DossierAsset[] | null;

  @RecordListField(() => DossierAssetConnection, {
    description: 'How assets reach each other, places and services.',
    optional: true,
    maxItems: MANY,
  })
  assetConnections?: DossierAssetConnection[] | null;

  @RecordListField(() => DossierBiasAudit, {
    description: 'Audits for unequal results of AI, by groups of people.',
    optional: true,
    maxItems: MANY_COMPLETIONS,
  })
  biasAudits?: DossierBiasAudit[] | null;

  @RecordListField(() => DossierLogReview, {
    description: 'Reviews of the logs of services.',
    optional: true,
    maxItems: MANY_COMPLETIONS,
  })
  logReviews?: DossierLogReview[] | null;

  @RecordListField(() => DossierDisputedDecision, {
    description: 'Decisions of AI that somebody questioned, without anything about who it was.',
    optional: true,
    maxItems: MANY_COMPLETIONS,
  })
  disputedDecisions?: DossierDisputedDecision[] | null;

  @RecordListField(() => DossierPerformanceMeasurement, {
    description: 'Measured figures of services over time, beside what was promised.',
    optional: true,
    maxItems: MANY_COMPLETIONS,
  })
  performanceMeasurements?: DossierPerformanceMeasurement[] | null;

  @RecordListField(() => DossierVendorReview, {
    description: 'Reviews with and of vendors, with what was agreed.',
    optional: true,
    maxItems: MANY_COMPLETIONS,
  })
  vendorReviews?: DossierVendorReview[] | null;

  @RecordListField(() => DossierExitPlan, {
    description: 'Plans for leaving each service, with their trials.',
    optional: true,
    maxItems: MANY,
  })
  exitPlans?: DossierExitPlan[] | null;

  @RecordListField(() => DossierObligationCompletion, {
    description: 'What was done about recurring obligations, each with its proof.',
    optional: true,
    maxItems: MANY_COMPLETIONS,
  })
  obligationCompletions?: DossierObligationCompletion[] | null;

  @RecordListField(() => DossierObligationSetting, {
    description: 'What the practice decided about obligations: other intervals, and what does not apply.',
    optional: true,
    maxItems: MANY,
  })
  obligationSettings?: DossierObligationSetting[] | null;

  @RecordListField(() => DossierConsentForm, {
    description:
      'Forms of consent by version: to telehealth, to the use of AI, to recording. No client is named.',
    optional: true,
    maxItems: MANY,
  })
  consentForms?: DossierConsentForm[] | null;

  @RecordListField(() => DossierStaffMember, {
    description: 'Who works in the practice, with or without an account.',
    optional: true,
    maxItems: MANY,
  })
  staffMembers?: DossierStaffMember[] | null;

  @RecordListField(() => DossierPolicy, {
    description: 'Policies, each with what the practice chose.',
    optional: true,
    maxItems: MANY,
  })
  policies?: DossierPolicy[] | null;

  @RecordListField(() => DossierPolicyVersion, {
    description: 'Adopted versions of the policies, each with its text.',
    optional: true,
    maxItems: MANY,
  })
  policyVersions?: DossierPolicyVersion[] | null;

  @RecordListField(() => DossierPolicyAcknowledgement, {
    description: 'Who acknowledged which version.',
    optional: true,
    maxItems: MANY_COMPLETIONS,
  })
  policyAcknowledgements?: DossierPolicyAcknowledgement[] | null;

  @RecordListField(() => DossierTrainingRecord, {
    description: 'Who was trained in what and when, and whether they passed.',
    optional: true,
    maxItems: MANY_COMPLETIONS,
  })
  training?: DossierTrainingRecord[] | null;

  @RecordListField(() => DossierRiskAcceptance, {
    description:
      'Risks that a named person bears for a reason and until a day, each at the level of its day.',
    optional: true,
    maxItems: MANY,
  })
  riskAcceptances?: DossierRiskAcceptance[] | null;

  @RecordListField(() => DossierFinding, {
    description: 'Gaps that were found, and what is done about each by whom and by when.',
    optional: true,
    maxItems: MANY,
  })
  findings?: DossierFinding[] | null;

  @RecordListField(() => DossierPracticeDecision, {
    description: 'Decisions of the practice to use a tool, or AI at all, or not to, with their reasons.',
    optional: true,
    maxItems: MANY,
  })
  practiceDecisions?: DossierPracticeDecision[] | null;
}
