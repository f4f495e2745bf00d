// What is known of the Security Rule itself (catalogs/security-rule.yaml), as plain data: its entries with their designation and whom they bind.

export const ENTRY_KINDS = ['standard', 'specification', 'element', 'provision'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** 45 CFR 164.306(c) and (d). `of_business_associate`: 164.308(b)(2), which permits and binds the business associate and not the practice. */
export const DESIGNATIONS = ['standard', 'required', 'addressable', 'of_business_associate'] as const;
export type Designation = (typeof DESIGNATIONS)[number];

export const BOUND_PARTIES = [
  'covered_entity',
  'business_associate',
  'health_plan_sponsor',
  'clearinghouse',
  'government',
] as const;
export type BoundParty = (typeof BOUND_PARTIES)[number];

export const FAMILIES = [
  'administrative',
  'physical',
  'technical',
  'organizational',
  'documentation',
] as const;
export type Family = (typeof FAMILIES)[number];

export interface FamilyOfRule {
  readonly id: Family;
  readonly title: string;
  /** its section, as in 45 CFR 164.308 */
  readonly section: string;
}

export interface RuleEntry {
  /** bare citation, as in 164.308(a)(1)(ii)(A) */
  readonly id: string;
  readonly kind: EntryKind;
  /** the entry that this one is a part of; null for a standard */
  readonly parent: string | null;
  /** heading of the rule */
  readonly title: string;
  readonly designation: Designation;
  readonly family: Family;
  readonly binds: BoundParty;
  /** records that would speak against "in place" */
  readonly contradictedBy: 'flow_without_agreement' | null;
  /** provisions of an agreement that carry what the entry asks; null for none */
  readonly promises: readonly string[] | null;
}

/** What must be known of an entry to judge a record about it. */
export type KnownEntry = Pick<RuleEntry, 'id' | 'designation' | 'binds'>;

/** As it is cited. */
export function citationOf(entry: string): string {
  return `45 CFR ${entry}`;
}

/** The key of the record about an entry: 164.308(a)(1)(ii)(A) has 164-308-a-1-ii-a. */
export function keyOfEntry(entry: string): string {
  return entry
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
