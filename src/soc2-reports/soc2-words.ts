// The closed lists of words that a SOC 2 report is recorded with. catalogs/soc2.yaml says what each means.

/** Which document this really is. Only the first three are SOC 2 reports; a SOC 3 is not one, nor is a letter. */
export const SOC2_KINDS = [
  'soc2_type_1',
  'soc2_type_2',
  'soc2_plus',
  'soc1',
  'soc3',
  'bridge_letter',
  'letter_of_engagement',
  'readiness',
  'other',
] as const;
export type Soc2Kind = (typeof SOC2_KINDS)[number];

/** The kinds that are SOC 2 reports; what the others are worth is said in catalogs/soc2.yaml. */
export const SOC2_REPORT_KINDS: readonly Soc2Kind[] = ['soc2_type_1', 'soc2_type_2', 'soc2_plus'];

/** Documents in which no auditor gives an opinion. */
export const KINDS_WITHOUT_OPINION: readonly Soc2Kind[] = [
  'bridge_letter',
  'letter_of_engagement',
  'readiness',
];

/** What an auditor can have concluded; `not_found` for a document, or a copy of one, that holds no opinion. */
export const SOC2_OPINIONS = ['unqualified', 'qualified', 'adverse', 'disclaimer', 'not_found'] as const;
export type Soc2Opinion = (typeof SOC2_OPINIONS)[number];

export const TRUST_SERVICES_CATEGORIES = [
  'security',
  'availability',
  'processing_integrity',
  'confidentiality',
  'privacy',
] as const;
export type TrustServicesCategory = (typeof TRUST_SERVICES_CATEGORIES)[number];

/** What a control is about. catalogs/soc2.yaml maps each to the criteria that it mostly serves. */
export const CONTROL_TOPICS = [
  'access',
  'authentication',
  'off_boarding',
  'change',
  'logging',
  'incident',
  'vendor',
  'backup',
  'encryption',
  'retention',
  'configuration',
  'data_classification',
  'people',
  'ai',
  'other',
] as const;
export type ControlTopic = (typeof CONTROL_TOPICS)[number];

/** Whether the practice does what the report expects of it. */
export const USER_CONTROL_STATUSES = ['done', 'planned', 'not_done', 'unknown', 'not_applicable'] as const;
export type UserControlStatus = (typeof USER_CONTROL_STATUSES)[number];

export const SUBSERVICE_METHODS = ['carve_out', 'inclusive', 'unknown'] as const;
export type SubserviceMethod = (typeof SUBSERVICE_METHODS)[number];

/** A carved-out company's report is none of the vendor's: "hosted at a company with a SOC 2" says nothing of the vendor. */
export const REPORTED_PARTIES = ['vendor', 'subservice_organization'] as const;
export type ReportedParty = (typeof REPORTED_PARTIES)[number];

export const HIPAA_MAPPINGS = ['none', 'mapping_table', 'covered_by_opinion', 'unknown'] as const;
export type HipaaMapping = (typeof HIPAA_MAPPINGS)[number];

export const COPIES_RECEIVED = ['full', 'redacted', 'summary', 'badge', 'unknown'] as const;
export type CopyReceived = (typeof COPIES_RECEIVED)[number];

export const REVIEW_CONCLUSIONS = ['rely', 'rely_with_conditions', 'do_not_rely'] as const;
export type ReviewConclusion = (typeof REVIEW_CONCLUSIONS)[number];
