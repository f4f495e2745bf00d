// The lists of a dossier in the order in which they can be written: what is referred to comes first.
import { ADJUSTMENT } from '../adjustments/adjustment.record';
import { ATTESTATION } from '../attestations/attestation.record';
import { ASSET_CONNECTION } from '../assets/asset-connection.record';
import { ASSET } from '../assets/asset.record';
import { LOCATION } from '../assets/location.record';
import { AGREEMENT } from '../business-associate-agreements/agreement.record';
import { CHECKLIST } from '../checklists/checklist.record';
import { CONSENT_FORM } from '../consent-forms/records/consent-form.record';
import { EVIDENCE } from '../evidence/evidence.record';
import { DATA_FLOW } from '../data-flows/data-flow.record';
import { PRACTICE_MEASURES } from '../practice-measures/practice-measures.record';
import { QUESTIONNAIRE } from '../questionnaires/records/questionnaire.record';
import { CLINICAL_VALIDATION } from '../clinical-validations/clinical-validation.record';
import { EXIT_TERMS } from '../exit-terms/exit-terms.record';
import { FINANCIAL_STANDING } from '../financial-standings/financial-standing.record';
import { BIAS_AUDIT } from '../oversight/bias-audits/bias-audit.record';
import { LOG_REVIEW } from '../oversight/log-reviews/log-review.record';
import { DISPUTED_DECISION } from '../oversight/disputed-decisions/disputed-decision.record';
import { PERFORMANCE_MEASUREMENT } from '../oversight/performance-measurements/performance-measurement.record';
import { VENDOR_REVIEW } from '../oversight/vendor-reviews/vendor-review.record';
import { EXIT_PLAN } from '../oversight/exit-plans/exit-plan.record';
import { INCIDENT } from '../incidents/incident.record';
import { MODEL_CARD } from '../model-cards/model-card.record';
import { SERVICE_LEVEL } from '../service-levels/service-level.record';
import { OBLIGATION_COMPLETION } from '../obligations/records/obligation-completion.record';
import { OBLIGATION_SETTING } from '../obligations/records/obligation-setting.record';
import { POLICY } from '../policies/policy.record';
import { POLICY_ACKNOWLEDGEMENT } from '../policies/policy-acknowledgement.record';
import { POLICY_VERSION } from '../policies/policy-version.record';
import { STAFF_MEMBER } from '../workforce/staff-member.record';
import { TRAINING_RECORD } from '../workforce/training-record.record';
import type { RecordKind } from '../records/record-kind';
import { SOC2_REPORT } from '../soc2-reports/soc2-report.record';
import { SAFEGUARD } from '../safeguards/safeguard.record';
import { FINDING } from '../findings/finding.record';
import { PRACTICE_DECISION } from '../practice-decisions/practice-decision.record';
import { RISK_ACCEPTANCE } from '../risk-acceptances/risk-acceptance.record';
import { SERVICE } from '../vendors/service.record';
import { VENDOR } from '../vendors/vendor.record';
import type { Dossier } from './dossier.document';

export type DossierList = Exclude<keyof Dossier, 'format' | 'formatVersion' | 'asOf' | 'practice'>;

export const RECORD_LISTS: readonly { list: DossierList; kind: RecordKind }[] = [
  { list: 'vendors', kind: VENDOR },
  { list: 'services', kind: SERVICE },
  { list: 'evidence', kind: EVIDENCE },
  { list: 'agreements', kind: AGREEMENT },
  { list: 'soc2Reports', kind: SOC2_REPORT },
  { list: 'attestations', kind: ATTESTATION },
  { list: 'dataFlows', kind: DATA_FLOW },
  { list: 'checklists', kind: CHECKLIST },
  { list: 'practiceMeasures', kind: PRACTICE_MEASURES },
  { list: 'adjustments', kind: ADJUSTMENT },
  { list: 'modelCards', kind: MODEL_CARD },
  { list: 'clinicalValidations', kind: CLINICAL_VALIDATION },
  { list: 'financialStandings', kind: FINANCIAL_STANDING },
  { list: 'serviceLevels', kind: SERVICE_LEVEL },
  { list: 'exitTerms', kind: EXIT_TERMS },
  { list: 'safeguards', kind: SAFEGUARD },
  { list: 'questionnaires', kind: QUESTIONNAIRE },
  { list: 'incidents', kind: INCIDENT },
  { list: 'locations', kind: LOCATION },
  { list: 'assets', kind: ASSET },
  { list: 'assetConnections', kind: ASSET_CONNECTION },
  { list: 'biasAudits', kind: BIAS_AUDIT },
  { list: 'logReviews', kind: LOG_REVIEW },
  { list: 'disputedDecisions', kind: DISPUTED_DECISION },
  { list: 'performanceMeasurements', kind: PERFORMANCE_MEASUREMENT },
  { list: 'vendorReviews', kind: VENDOR_REVIEW },
  { list: 'exitPlans', kind: EXIT_PLAN },
  { list: 'obligationCompletions', kind: OBLIGATION_COMPLETION },
  { list: 'obligationSettings', kind: OBLIGATION_SETTING },
  { list: 'consentForms', kind: CONSENT_FORM },
  { list: 'staffMembers', kind: STAFF_MEMBER },
  { list: 'policies', kind: POLICY },
  { list: 'policyVersions', kind: POLICY_VERSION },
  { list: 'policyAcknowledgements', kind: POLICY_ACKNOWLEDGEMENT },
  { list: 'training', kind: TRAINING_RECORD },
  { list: 'riskAcceptances', kind: RISK_ACCEPTANCE },
  { list: 'findings', kind: FINDING },
  { list: 'practiceDecisions', kind: PRACTICE_DECISION },
];

/** The records of one list; empty when the dossier leaves the list out. */
export function recordsOf(dossier: Dossier, list: DossierList): readonly { key: string }[] {
  return dossier[list] ?? [];
}
