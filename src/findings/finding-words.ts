// The closed lists that findings are told in, and how pages and reports call them.

/** Where a finding comes from. What has an id in a catalog, or a key on record, names it. */
export const FINDING_SOURCES = [
  'threat',
  'gate',
  'step',
  'safeguard',
  'incident',
  'review',
  'own_observation',
] as const;
export type FindingSource = (typeof FINDING_SOURCES)[number];

/** A review, and what somebody saw, are nowhere else on record. */
export const SOURCES_WITHOUT_ID: readonly FindingSource[] = ['review', 'own_observation'];

/** What nobody accepts: a rule that stops a tool, an entry of the Security Rule, what happened. Risks are accepted by threat. */
export const NEVER_ACCEPTED: readonly FindingSource[] = ['gate', 'safeguard', 'incident'];

export const REVIEW_OUTCOMES = ['works', 'reopened'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** Worked out from what was done, never typed in. From the least settled on. */
export const FINDING_STATES = ['open', 'in_work', 'done', 'verified', 'accepted'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export const SOURCE_WORDS: Readonly<Record<FindingSource, string>> = {
  threat: 'A threat of the assessment',
  gate: 'A gate of the assessment',
  step: 'A step that the assessment names',
  safeguard: 'An entry of the Security Rule',
  incident: 'An incident',
  review: 'A review, audit or test',
  own_observation: 'Something we saw ourselves',
};

export const STATE_WORDS: Readonly<Record<FindingState, string>> = {
  open: 'Open',
  in_work: 'In work',
  done: 'Done, not verified',
  verified: 'Verified',
  accepted: 'Risk accepted',
};

export const REVIEW_WORDS: Readonly<Record<ReviewOutcome, string>> = {
  works: 'It works: what was found is gone',
  reopened: 'It does not, or it came back: open again',
};
