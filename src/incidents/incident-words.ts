// The words in which an incident is told: what happened, what was found of it, who was told.
import { US_STATES } from '../common/us-states';

export const INCIDENT_KINDS = [
  'wrong_recipient',
  'unauthorized_access',
  'lost_or_stolen',
  'malicious_software',
  'use_not_allowed',
  'not_available',
  'other',
  'unknown',
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** The factors of 45 CFR 164.402 (breach, paragraph (2)(i) to (iv)), in its order. */
export const BREACH_FACTORS = ['nature_of_data', 'who_received', 'acquired_or_viewed', 'mitigated'] as const;
export type BreachFactor = (typeof BREACH_FACTORS)[number];

/** What a factor says for a low probability that the data was compromised. */
export const FACTOR_FINDINGS = ['points_to_low', 'points_against', 'unknown'] as const;
export type FactorFinding = (typeof FACTOR_FINDINGS)[number];

export const COMPROMISE_PROBABILITIES = ['low', 'not_low'] as const;
export type CompromiseProbability = (typeof COMPROMISE_PROBABILITIES)[number];

/** The exceptions of 45 CFR 164.402 (breach, paragraph (1)(i) to (iii)). */
export const BREACH_EXCEPTIONS = ['good_faith_workforce', 'inadvertent_inside', 'could_not_retain'] as const;
export type BreachException = (typeof BREACH_EXCEPTIONS)[number];

/** Who is told by the practice. */
export const NOTICE_RECIPIENTS = ['individuals', 'hhs', 'media', 'state'] as const;
export type NoticeRecipient = (typeof NOTICE_RECIPIENTS)[number];

/** What counts as a state or jurisdiction where residents are counted: states, the District of Columbia and the territories (45 CFR 160.103). */
export const JURISDICTIONS = [...US_STATES, 'AS', 'GU', 'MP', 'PR', 'VI'] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** What there is to do about an incident, by whom it is owed (catalogs/breach-notification.yaml words each). */
export const PRACTICE_DUTIES = [
  'record',
  'risk_assessment',
  'individuals',
  'hhs_at_once',
  'hhs_yearly',
  'media',
  'state',
] as const;
export const VENDOR_DUTIES = ['vendor_law', 'vendor_agreement'] as const;
export const INCIDENT_DUTIES = [...PRACTICE_DUTIES, ...VENDOR_DUTIES] as const;
export type IncidentDuty = (typeof INCIDENT_DUTIES)[number];
