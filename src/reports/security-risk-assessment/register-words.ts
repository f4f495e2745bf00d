// How the codes of agreements, reports, attestations, evidence and questionnaires read. Each map is complete by its type.
import type { AttestationProof } from '../../attestations/attestation.fields';
import type { NoticePeriod } from '../../business-associate-agreements/notice-period.fields';
import type { AgreementState } from '../../business-associate-agreements/state-on-date';
import type { YesNoUnknown } from '../../common/words';
import type { EvidenceKind, EvidenceSource } from '../../evidence/evidence.fields';
import type { Freshness } from '../../evidence/freshness';
import type { QuestionnaireState } from '../../questionnaires/records/lifecycle';
import type { RedFlagSeverity } from '../../soc2-reports/soc2-knowledge';
import type { SubserviceMethod, UserControlStatus } from '../../soc2-reports/soc2-words';

export const AGREEMENT_STATE_WORDS: Record<AgreementState, string> = {
  requested: 'Requested',
  sent: 'Draft sent',
  negotiating: 'Being negotiated',
  signed: 'Signed, not yet in force',
  in_force: 'In force',
  expiring: 'In force, expiring',
  lapsed: 'Lapsed',
  terminated: 'Terminated',
  superseded: 'Superseded',
};

/** In the order in which they are told. */
export const NOTICE_PERIOD_WORDS: readonly { period: NoticePeriod; words: string; unit: 'hour' | 'day' }[] = [
  { period: 'securityIncidentHours', words: 'Security incident', unit: 'hour' },
  { period: 'subprocessorChangeDays', words: 'Change of subprocessors', unit: 'day' },
  { period: 'terminationDays', words: 'Termination', unit: 'day' },
  { period: 'cureDays', words: 'Cure of a breach of contract', unit: 'day' },
  { period: 'transitionDays', words: 'Access after the end', unit: 'day' },
  { period: 'deletionDays', words: 'Deletion after the end', unit: 'day' },
  { period: 'dataReturnDays', words: 'Return of data', unit: 'day' },
  { period: 'legalProcessDays', words: 'Legal process', unit: 'day' },
  { period: 'insolvencyDays', words: 'Insolvency', unit: 'day' },
  { period: 'changeOfControlDays', words: 'Change of control', unit: 'day' },
];

export const USER_CONTROL_WORDS: Record<UserControlStatus, string> = {
  done: 'Done',
  planned: 'Planned',
  not_done: 'Not done',
  unknown: 'Not known',
  not_applicable: 'Not needed',
};

export const SUBSERVICE_METHOD_WORDS: Record<SubserviceMethod, string> = {
  carve_out: 'left out of the report',
  inclusive: 'inside the report',
  unknown: 'method not known',
};

export const SEVERITY_WORDS: Record<RedFlagSeverity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

export const TOUCHES_CLIENT_DATA: Record<YesNoUnknown, string> = {
  yes: 'Touches client data',
  no: 'Does not touch client data',
  unknown: 'Not known whether it touches client data: counts as if',
};

export const PROOF_WORDS: Record<AttestationProof, string> = {
  document: 'document seen',
  public_register: 'found in a public register',
  vendor_statement: 'stated by the vendor',
};

export const EVIDENCE_KIND_WORDS: Record<EvidenceKind, string> = {
  executed_agreement: 'Executed agreement',
  soc2_report: 'SOC 2 report',
  bridge_letter: 'Bridge letter',
  attestation_certificate: 'Attestation document',
  penetration_test: 'Penetration test',
  questionnaire_response: 'Questionnaire response',
  security_documentation: 'Security documentation',
  data_processing_documentation: 'Papers on data processing',
  policy: 'Policy',
  terms_snapshot: 'Terms, as they read on a day',
  screenshot: 'Screenshot',
  validation_study: 'Validation study',
  bias_audit: 'Bias audit',
  financial_statement: 'Financial statement',
  insurance_certificate: 'Insurance document',
  training_record: 'Training record',
  blank_consent_form: 'Blank consent form',
  deletion_certificate: 'Confirmation of deletion',
  correspondence: 'Correspondence',
  other: 'Other document',
};

export const EVIDENCE_SOURCE_WORDS: Record<EvidenceSource, string> = {
  practice: 'the practice',
  vendor: 'the vendor',
  independent_auditor: 'an independent auditor',
  authority: 'an authority',
  public: 'a public source',
};

export const FRESHNESS_WORDS: Record<Freshness, string> = {
  current: 'Current',
  ageing: 'Ageing',
  stale: 'Stale',
  expired: 'Expired',
};

export const QUESTIONNAIRE_STATE_WORDS: Record<QuestionnaireState, string> = {
  issued: 'Issued, not yet submitted: its answers do not count',
  submitted: 'Submitted',
  superseded: 'Superseded by a newer one: its answers no longer count',
  withdrawn: 'Withdrawn: its answers do not count',
};
