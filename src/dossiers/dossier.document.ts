// The dossier: the document of one practice, with every fact that scoring may see. It is written by hand for
// `duecare assess`, imported and exported over HTTP, and frozen inside every assessment. Records refer to each other by key.
import type { CalendarDate } from '../common/calendar-date';
import {
  ChoiceField,
  DateField,
  IntegerField,
  RecordField,
  RecordListField,
  type Constructor,
} from '../common/fields';
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

/** A list that may be left out. */
const Records = (record: () => Constructor, description: string, maxItems = MANY) =>
  RecordListField(record, { description, optional: true, maxItems });

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

  @Records(() => DossierAgreement, 'Agreements with the vendors.')
  agreements?: DossierAgreement[] | null;

  @Records(() => DossierSoc2Report, 'SOC 2 reports received.')
  soc2Reports?: DossierSoc2Report[] | null;

  @Records(
    () => DossierAttestation,
    'Other attestations: certificates, test letters, questionnaires that vendors answered themselves.',
  )
  attestations?: DossierAttestation[] | null;

  @Records(() => DossierDataFlow, 'Flows of client data.')
  dataFlows?: DossierDataFlow[] | null;

  @Records(() => DossierChecklist, 'The AI Tech Checklist of each service.')
  checklists?: DossierChecklist[] | null;

  @Records(() => DossierPracticeMeasures, 'What the practice does around each service.')
  practiceMeasures?: DossierPracticeMeasures[] | null;

  @Records(() => DossierAdjustment, "Assessors' adjustments.")
  adjustments?: DossierAdjustment[] | null;

  @Records(
    () => DossierQuestionnaire,
    'Questionnaires about services and about the practice itself, with their answers.',
  )
  questionnaires?: DossierQuestionnaire[] | null;

  @Records(() => DossierModelCard, 'Model cards of the AI models behind the services.')
  modelCards?: DossierModelCard[] | null;

  @Records(() => DossierClinicalValidation, 'Studies of how the services do in care.')
  clinicalValidations?: DossierClinicalValidation[] | null;

  @Records(() => DossierFinancialStanding, 'How the vendors stand financially.')
  financialStandings?: DossierFinancialStanding[] | null;

  @Records(() => DossierServiceLevel, 'What the vendors promise of their services, as numbers.')
  serviceLevels?: DossierServiceLevel[] | null;

  @Records(() => DossierExitTerms, 'How each service could be left.')
  exitTerms?: DossierExitTerms[] | null;

  @Records(
    () => DossierSafeguard,
    'How the practice itself meets the HIPAA Security Rule, one record an entry of it.',
  )
  safeguards?: DossierSafeguard[] | null;

  @Records(() => DossierEvidence, 'The documents that facts rest on.')
  evidence?: DossierEvidence[] | null;

  @Records(
    () => DossierIncident,
    'Incidents with client data, breaches among them, and what was done about each.',
  )
  incidents?: DossierIncident[] | null;

  @Records(() => DossierLocation, 'Places where the practice works or keeps things.')
  locations?: DossierLocation[] | null;

  @Records(() => DossierAsset, 'Devices, systems, media and paper that may hold or carry client data.')
  assets?: DossierAsset[] | null;

  @Records(() => DossierAssetConnection, 'How assets reach each other, places and services.')
  assetConnections?: DossierAssetConnection[] | null;

  @Records(() => DossierBiasAudit, 'Audits for unequal results of AI, by groups of people.', MANY_COMPLETIONS)
  biasAudits?: DossierBiasAudit[] | null;

  @Records(() => DossierLogReview, 'Reviews of the logs of services.', MANY_COMPLETIONS)
  logReviews?: DossierLogReview[] | null;

  @Records(
    () => DossierDisputedDecision,
    'Decisions of AI that somebody questioned, without anything about who it was.',
    MANY_COMPLETIONS,
  )
  disputedDecisions?: DossierDisputedDecision[] | null;

  @Records(
    () => DossierPerformanceMeasurement,
    'Measured figures of services over time, beside what was promised.',
    MANY_COMPLETIONS,
  )
  performanceMeasurements?: DossierPerformanceMeasurement[] | null;

  @Records(() => DossierVendorReview, 'Reviews with and of vendors, with what was agreed.', MANY_COMPLETIONS)
  vendorReviews?: DossierVendorReview[] | null;

  @Records(() => DossierExitPlan, 'Plans for leaving each service, with their trials.')
  exitPlans?: DossierExitPlan[] | null;

  @Records(
    () => DossierObligationCompletion,
    'What was done about recurring obligations, each with its proof.',
    MANY_COMPLETIONS,
  )
  obligationCompletions?: DossierObligationCompletion[] | null;

  @Records(
    () => DossierObligationSetting,
    'What the practice decided about obligations: other intervals, and what does not apply.',
  )
  obligationSettings?: DossierObligationSetting[] | null;

  @Records(
    () => DossierConsentForm,
    'Forms of consent by version: to telehealth, to the use of AI, to recording. No client is named.',
  )
  consentForms?: DossierConsentForm[] | null;

  @Records(() => DossierStaffMember, 'Who works in the practice, with or without an account.')
  staffMembers?: DossierStaffMember[] | null;

  @Records(() => DossierPolicy, 'Policies, each with what the practice chose.')
  policies?: DossierPolicy[] | null;

  @Records(() => DossierPolicyVersion, 'Adopted versions of the policies, each with its text.')
  policyVersions?: DossierPolicyVersion[] | null;

  @Records(() => DossierPolicyAcknowledgement, 'Who acknowledged which version.', MANY_COMPLETIONS)
  policyAcknowledgements?: DossierPolicyAcknowledgement[] | null;

  @Records(
    () => DossierTrainingRecord,
    'Who was trained in what and when, and whether they passed.',
    MANY_COMPLETIONS,
  )
  training?: DossierTrainingRecord[] | null;

  @Records(
    () => DossierRiskAcceptance,
    'Risks that a named person bears for a reason and until a day, each at the level of its day.',
  )
  riskAcceptances?: DossierRiskAcceptance[] | null;

  @Records(() => DossierFinding, 'Gaps that were found, and what is done about each by whom and by when.')
  findings?: DossierFinding[] | null;

  @Records(
    () => DossierPracticeDecision,
    'Decisions of the practice to use a tool, or AI at all, or not to, with their reasons.',
  )
  practiceDecisions?: DossierPracticeDecision[] | null;
}
