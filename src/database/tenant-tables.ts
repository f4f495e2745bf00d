// Which tables hold the rows of one organization and which are global. test/tenancy.e2e-spec.ts holds the database to it: a table that is in
// neither list fails, and so does a tenant table without forced row-level security or whose keys do not begin with organization_id.

/** What the application role may do on a tenant table. Nothing is ever deleted but the links of a record to others and drafted answers. */
export type Privilege = 'select' | 'insert' | 'update' | 'delete';

const EDITABLE: readonly Privilege[] = ['select', 'insert', 'update'];
/** Answers may be taken out until the questionnaire is submitted; a trigger keeps those of a frozen one. */
const DRAFTED: readonly Privilege[] = ['select', 'insert', 'update', 'delete'];
const LINK: readonly Privilege[] = ['select', 'insert', 'delete'];

export const TENANT_TABLES: Readonly<Record<string, readonly Privilege[]>> = {
  organization: EDITABLE,
  vendor: EDITABLE,
  service: EDITABLE,
  agreement: EDITABLE,
  agreement_service: LINK,
  soc2_report: EDITABLE,
  soc2_report_service: LINK,
  attestation: EDITABLE,
  attestation_service: LINK,
  data_flow: EDITABLE,
  checklist: EDITABLE,
  practice_measures: EDITABLE,
  adjustment: EDITABLE,
  stored_file: EDITABLE,
  evidence: EDITABLE,
  evidence_service: LINK,
  incident: EDITABLE,
  incident_service: LINK,
  consent_form: EDITABLE,
  consent_form_service: LINK,
  location: EDITABLE,
  asset: EDITABLE,
  asset_connection: EDITABLE,
  model_card: EDITABLE,
  clinical_validation: EDITABLE,
  financial_standing: EDITABLE,
  service_level: EDITABLE,
  exit_terms: EDITABLE,
  bias_audit: EDITABLE,
  log_review: EDITABLE,
  disputed_decision: EDITABLE,
  performance_measurement: EDITABLE,
  vendor_review: EDITABLE,
  exit_plan: EDITABLE,
  safeguard: EDITABLE,
  obligation_completion: EDITABLE,
  obligation_setting: EDITABLE,
  staff_member: EDITABLE,
  policy: EDITABLE,
  policy_version: EDITABLE,
  policy_acknowledgement: EDITABLE,
  training_record: EDITABLE,
  risk_acceptance: EDITABLE,
  finding: EDITABLE,
  practice_decision: EDITABLE,
  questionnaire: EDITABLE,
  questionnaire_answer: DRAFTED,
  vendor_link: EDITABLE,
  calendar_link: EDITABLE,
  membership: EDITABLE,
  sign_in_rules: EDITABLE,
  letterhead: EDITABLE,
  invitation: EDITABLE,
  api_key: EDITABLE,
  identity_provider: EDITABLE,
  identity_link: EDITABLE,
  service_score: EDITABLE,
  assessment: EDITABLE,
  assessment_comment: EDITABLE,
  report: EDITABLE,
  audit_event: ['select', 'insert'],
  audit_log_head: EDITABLE,
  audit_log_checkpoint: ['select', 'insert'],
};

/** Tables whose rows belong to a person: row-level security lets through those of the person for whom the transaction was opened. */
export const PERSONAL_TABLES: Readonly<Record<string, readonly Privilege[]>> = {
  person: EDITABLE,
  person_password: EDITABLE,
  session: EDITABLE,
  person_event: ['select', 'insert'],
  totp: DRAFTED,
  recovery_code: LINK,
  passkey: DRAFTED,
  session_vouch: LINK,
};

/** Tables whose rows belong to a caller, person or API key, in whichever organization: let through likewise, by a setting of their own. */
export const CALLER_TABLES: Readonly<Record<string, readonly Privilege[]>> = {
  idempotency_key: DRAFTED,
};

/** Tables that belong to the installation. What has no privilege is reached through functions alone. */
export const GLOBAL_TABLES: Readonly<Record<string, readonly Privilege[]>> = {
  one_time_token: [],
  api_key_digest: [],
  vendor_link_digest: [],
  calendar_link_digest: [],
  sign_in_failure: DRAFTED,
  webauthn_challenge: LINK,
  single_sign_on_flow: LINK,
  /** What is left of an organization that was erased: where its audit log ended, signed. */
  erased_organization: ['select'],
  duecare_migration: ['select'],
};

/** Every table there is: what the application role is granted, and what a backup holds. */
export const ALL_TABLES: Readonly<Record<string, readonly Privilege[]>> = {
  ...TENANT_TABLES,
  ...PERSONAL_TABLES,
  ...CALLER_TABLES,
  ...GLOBAL_TABLES,
};
