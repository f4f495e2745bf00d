// The kinds of records that carry dates. Every turn names the kind that it comes from, and every reader, gate rule and search for
// contradictions names the kinds that it reads, so that looking ahead asks only those again that a turn can touch.
export const DATED_RECORDS = [
  'agreements',
  'soc2_reports',
  'attestations',
  'checklist_answers',
  'questionnaire_answers',
  'vendor_records',
  'practice_measures',
  'adjustments',
  'incidents',
  'state_acts',
] as const;
export type DatedRecord = (typeof DATED_RECORDS)[number];

/** A bit for each kind of record: two sets of kinds that share one have a bit in common. */
export function bitOf(kind: DatedRecord): number {
  return 1 << DATED_RECORDS.indexOf(kind);
}

export function bitsOf(kinds: readonly DatedRecord[]): number {
  return kinds.reduce((bits, kind) => bits | bitOf(kind), 0);
}
