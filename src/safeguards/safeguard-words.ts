// The words for how entries stand, the same on pages and in reports.
import type { Contradiction, ThingInInventory } from './contradictions';
import type { Applicability, EntryGap, EntryState } from './entry-state';
import type { DecisionOutcome, SafeguardStatus } from './safeguard.fields';
import type { BoundParty, Designation } from './security-rule';

export const STATUS_WORDS: Readonly<Record<SafeguardStatus, string>> = {
  in_place: 'In place',
  partly: 'Partly in place',
  not_in_place: 'Not in place',
  unknown: 'I don’t know',
};

export const STATE_WORDS: Readonly<Record<EntryState, string>> = {
  in_place: 'In place',
  partly: 'Partly in place',
  not_in_place: 'Not in place',
  unknown: 'Not known',
  not_answered: 'Not answered',
  role_not_stated: 'Depends on a role not stated',
  not_applicable: 'Does not apply',
};

export const DESIGNATION_WORDS: Readonly<Record<Designation, string>> = {
  standard: 'Standard',
  required: 'Required',
  addressable: 'Addressable',
  of_business_associate: 'For the business associate',
};

export const OUTCOME_WORDS: Readonly<Record<DecisionOutcome, string>> = {
  alternative: 'Something equivalent is done instead',
  not_reasonable: 'Neither it nor anything equivalent is reasonable and appropriate',
};

const ROLE_WORDS: Readonly<Partial<Record<BoundParty, string>>> = {
  business_associate: 'handles client data for other practices as their business associate',
  clearinghouse: 'is a health care clearinghouse',
  health_plan_sponsor: 'sponsors a self-insured health plan for its own people',
};

/** Why an entry does not apply, or what has to be said first; null for one that applies. */
export function reasonWords(applicability: Applicability, binds: BoundParty): string | null {
  const role = ROLE_WORDS[binds] ?? '';
  switch (applicability) {
    case 'applies':
      return null;
    case 'not_stated':
      return `Applies only to a practice that ${role}. The practice profile does not say yet whether this one does.`;
    case 'other_role':
      return `Applies only to a practice that ${role}. The practice profile states that this one has no such role.`;
    case 'government_only':
      return 'Such arrangements are for government bodies; a private practice signs a contract instead.';
  }
}

const HOW_FAR: Readonly<Record<Exclude<EntryGap, 'contradicted'>, string>> = {
  missing: 'Not in place',
  partial: 'Only partly in place',
};

/** What a gap is, in a sentence or two. Addressable is never called optional (45 CFR 164.306(d)(3)). */
export function gapWords(gap: EntryGap, designation: Designation): string {
  if (gap === 'contradicted') return 'Said to be in place, but the practice’s own records say otherwise.';
  if (designation === 'addressable')
    return `${HOW_FAR[gap]}, and no decision is written down. Addressable does not mean optional: it is done, or it is written down why it is not reasonable and what is done instead.`;
  if (designation === 'standard') return `${HOW_FAR[gap]}. A standard has to be met.`;
  return `${HOW_FAR[gap]}. The rule requires it.`;
}

/** Gives the name of what the records call by a key; of a connection what it leads from and to. */
export type NameOfRecord = (kind: 'service' | 'agreement' | ThingInInventory['of'], key: string) => string;

export function contradictionWords(contradiction: Contradiction, nameOf: NameOfRecord): string {
  const listed = (kind: 'service' | 'agreement', keys: readonly string[]): string =>
    keys.map((key) => nameOf(kind, key)).join(', ');
  const things = (of: readonly ThingInInventory[]): string =>
    of.map(({ of: kind, key }) => nameOf(kind, key)).join(', ');
  switch (contradiction.kind) {
    case 'flow_without_agreement':
      return `Client data goes to a business associate, and no agreement in force covers it: ${listed('service', contradiction.services)}.`;
    case 'promise_missing':
      return `Somebody read an agreement in force and did not find this promise whole: ${listed('agreement', contradiction.agreements)}.`;
    case 'inventory_says_no':
      return `The list of assets says otherwise: ${things(contradiction.things)}.`;
    case 'inventory_does_not_know':
      return `The list of assets does not know it of: ${things(contradiction.things)}.`;
  }
}
