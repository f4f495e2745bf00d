// What the database refuses, in the words of the API. The constraints of PostgreSQL hold whatever the code forgets; their names
// carry the column, the rows they quote are never passed on.
import { DomainError, type Fault } from '../common/problems/domain.error';

interface DriverError {
  code?: string;
  constraint?: string;
}

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';
const CHECK_VIOLATION = '23514';

/** A DomainError for a constraint that a change would break; anything else as it came. */
export function refusalOfConstraint(error: unknown, noun: string): unknown {
  const { code, constraint = '' } = driverErrorOf(error);
  if (code === UNIQUE_VIOLATION) return keyTaken(noun, constraint);
  if (code === FOREIGN_KEY_VIOLATION) return unknownReference(constraint);
  if (code === CHECK_VIOLATION) return incoherent(noun, constraint);
  return error;
}

function driverErrorOf(error: unknown): DriverError {
  const { driverError } = (error ?? {}) as { driverError?: DriverError };
  return driverError ?? error ?? {};
}

/** What is there once for something else than its key, said as the rules of a dossier say it. */
const ONCE: Readonly<Record<string, Fault>> = {
  obligation_completion_once: {
    pointer: '/period',
    code: 'completed-twice',
    detail: 'is completed already; read the list of obligations again for the time that is open now',
  },
  policy_version_number_once: {
    pointer: '/number',
    code: 'version-taken',
    detail: 'is taken: somebody adopted a version meanwhile; look at it first',
  },
  policy_acknowledgement_once: {
    pointer: '/staffMember',
    code: 'acknowledged-twice',
    detail: 'has acknowledged this version already',
  },
  staff_member_email_once: {
    pointer: '/email',
    code: 'person-listed-twice',
    detail: 'is that of somebody who is on the list already',
  },
  obligation_setting_once: {
    pointer: '/obligation',
    code: 'set-twice',
    detail: 'has its setting already; change that one',
  },
};

function keyTaken(noun: string, constraint: string): DomainError {
  const once = ONCE[constraint];
  if (once) return new DomainError('records-incoherent', 'This stands on record already.', [once]);
  const words = noun.replaceAll('_', ' ');
  if (constraint.includes('service_key')) {
    const detail = `The tool already has its ${words}; change that record.`;
    return new DomainError('key-taken', detail, [{ pointer: '/service', code: 'already-there', detail }]);
  }
  const detail = `There is already a record of the kind "${words}" with this key.`;
  return new DomainError('key-taken', detail, [{ pointer: '/key', code: 'key-taken', detail }]);
}

const TO_SERVICE = { column: 'service_key', field: 'service', noun: 'service' };
/** Columns that refer to another record. A table of links refers twice: the service stands first, being what was written. */
const REFERENCES = [
  { column: 'to_service_key', field: 'toService', noun: 'service' },
  { column: 'to_location_key', field: 'toLocation', noun: 'location' },
  { column: 'to_asset_key', field: 'toAsset', noun: 'asset' },
  { column: 'from_asset_key', field: 'from', noun: 'asset' },
  { column: 'location_key', field: 'location', noun: 'location' },
  { column: 'hosted_by_key', field: 'hostedBy', noun: 'vendor' },
  TO_SERVICE,
  { column: 'service_level_key', field: 'serviceLevel', noun: 'service level' },
  { column: 'incident_key', field: 'incident', noun: 'incident' },
  { column: 'vendor_key', field: 'vendor', noun: 'vendor' },
  { column: 'model_card_key', field: 'modelCard', noun: 'model card' },
  { column: 'agreement_key', field: 'agreement', noun: 'agreement' },
  { column: 'evidence_key', field: 'evidence', noun: 'evidence' },
  { column: 'policy_version_key', field: 'policyVersion', noun: 'version of a policy' },
  { column: 'policy_key', field: 'policy', noun: 'policy' },
  { column: 'staff_member_key', field: 'staffMember', noun: 'staff member' },
  { column: 'acceptance_key', field: 'acceptance', noun: 'acceptance' },
  { column: 'renews_key', field: 'renews', noun: 'acceptance' },
];

function unknownReference(constraint: string): DomainError {
  const { field, noun } = REFERENCES.find(({ column }) => constraint.includes(column)) ?? TO_SERVICE;
  const pointer = /^(agreement|soc2_report|attestation|evidence|incident|consent_form)_service/.test(
    constraint,
  )
    ? '/services'
    : `/${field}`;
  const detail = `There is no ${noun} with this key.`;
  return new DomainError('records-incoherent', detail, [{ pointer, code: 'unknown-reference', detail }]);
}

/** What the named CHECK constraints of the migrations hold, said as the rules of a dossier say it. */
const CHECKS: Readonly<Record<string, Fault>> = {
  risk_acceptance_dates_in_order: {
    pointer: '/until',
    code: 'dates-reversed',
    detail: 'lies before the day of the acceptance',
  },
  practice_decision_dates_in_order: {
    pointer: '/reviewOn',
    code: 'dates-reversed',
    detail: 'must lie after the day of the decision',
  },
  safeguard_dates_in_order: {
    pointer: '/confirmedOn',
    code: 'dates-reversed',
    detail: 'lies before answeredOn; correct one of the two',
  },
  staff_member_dates_in_order: {
    pointer: '/leftOn',
    code: 'dates-reversed',
    detail: 'must not lie before the first day in the practice',
  },
  agreement_dates_in_order: {
    pointer: '/endsOn',
    code: 'dates-reversed',
    detail: 'must not lie before the first day in force',
  },
  agreement_succession_whole: {
    pointer: '/supersededOn',
    code: 'successor-missing',
    detail: 'must be there with supersededBy, and only then',
  },
  attestation_dates_in_order: {
    pointer: '/validUntil',
    code: 'dates-reversed',
    detail: 'must not lie before the day of issue',
  },
  evidence_dates_in_order: {
    pointer: '/validUntil',
    code: 'dates-reversed',
    detail: 'must not lie before the date of the document',
  },
  soc2_report_period_in_order: {
    pointer: '/periodStart',
    code: 'dates-reversed',
    detail: 'must not lie after the last day of the period',
  },
  data_flow_from_subcontractor: {
    pointer: '/from/subcontractor',
    code: 'subcontractor-missing',
    detail: 'must be there when the party is a subcontractor, and only then',
  },
  data_flow_to_subcontractor: {
    pointer: '/to/subcontractor',
    code: 'subcontractor-missing',
    detail: 'must be there when the party is a subcontractor, and only then',
  },
  data_flow_exception_cited: {
    pointer: '/exceptionCitation',
    code: 'citation-missing',
    detail: 'must cite the exception that is relied on',
  },
  data_flow_exception_explained: {
    pointer: '/exceptionReason',
    code: 'reason-missing',
    detail: 'must say why the ground holds for this flow',
  },
  obligation_completion_proven: {
    pointer: '/proof',
    code: 'proof-missing',
    detail: 'say what shows it, here or by the key of evidence',
  },
  obligation_setting_months: {
    pointer: '/months',
    code: 'months-missing',
    detail: 'must be there with another interval, and only then',
  },
  asset_excluded_without_client_data: {
    pointer: '/excludedBecause',
    code: 'excluded-with-client-data',
    detail: 'stands beside client data, or data that nobody has looked for; take one of the two away',
  },
  asset_connection_one_end: {
    pointer: '/toAsset',
    code: 'one-end-only',
    detail: 'choose one end: an asset, a place or a tool',
  },
  bias_audit_period_in_order: {
    pointer: '/periodEnd',
    code: 'dates-reversed',
    detail: 'lies before periodStart; correct one of the two',
  },
  log_review_period_in_order: {
    pointer: '/periodEnd',
    code: 'dates-reversed',
    detail: 'lies before periodStart; correct one of the two',
  },
  performance_measurement_period_in_order: {
    pointer: '/periodEnd',
    code: 'dates-reversed',
    detail: 'lies before periodStart; correct one of the two',
  },
  log_review_counts: {
    pointer: '/lookedAt',
    code: 'counts-do-not-add-up',
    detail: 'is more than the entries that the log has; correct one of the two',
  },
  disputed_decision_decided: {
    pointer: '/outcome',
    code: 'decision-unfinished',
    detail: 'and decidedOn stand together: say both, or neither',
  },
  disputed_decision_appeal_decided: {
    pointer: '/appealOutcome',
    code: 'decision-unfinished',
    detail: 'and appealDecidedOn stand together: say both, or neither',
  },
  performance_measurement_share: {
    pointer: '/measured',
    code: 'number-out-of-unit',
    detail: 'must be at most 100 percent',
  },
  service_level_share: {
    pointer: '/promised',
    code: 'number-out-of-unit',
    detail: 'must be at most 100 percent',
  },
};

function incoherent(noun: string, constraint: string): DomainError {
  const fault = CHECKS[constraint];
  const words = noun.replaceAll('_', ' ');
  return new DomainError(
    'records-incoherent',
    `The fields of the ${words} do not fit each other.`,
    fault ? [fault] : [],
  );
}
