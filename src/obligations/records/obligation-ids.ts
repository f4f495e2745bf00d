// The obligations that records may name. The catalog is held to this list as the application starts (src/catalogs/obligations.shape.ts).

const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_one, index) => `OB-${String(from + index).padStart(2, '0')}`);

/** The gaps in the numbers stand between groups: the program, agreements and vendors, AI tools, breaches, clients' rights. */
export const PRACTICE_OBLIGATION_IDS: readonly string[] = [
  ...numbered(1, 16),
  ...numbered(20, 31),
  ...numbered(40, 51),
  ...numbered(60, 68),
  ...numbered(70, 72),
];

/** What a setting can be about beside an obligation: the track of the proposed rule, which is no law. */
export const PROPOSED_TRACK = 'proposed-security-rule';

export const OWNERS = [
  'security_official',
  'privacy_official',
  'clinical_director',
  'treating_clinician',
  'vendor',
] as const;
/** who usually sees to an obligation */
export type ObligationOwner = (typeof OWNERS)[number];

/**
 * What an obligation can be about, beside the practice itself: records by their kind, and something that happened and has no record of its own yet. Registers to
 * come (incidents, training, policies) add their kinds here.
 */
export const SUBJECT_KINDS = [
  'service',
  'vendor',
  'agreement',
  'soc2_report',
  'attestation',
  'evidence',
  'data_flow',
  'practice_measures',
  'event',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
