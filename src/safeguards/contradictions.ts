// Where the practice's own records speak against an answer of "in place". The rule's entries name which records would (catalogs/security-rule.yaml).
import type { CalendarDate } from '../common/calendar-date';
import type { RuleEntry } from './security-rule';

/** What the records of the practice say on the day, as keys. */
export interface RecordsBeside {
  /** services with a flow of protected data to a business associate that no agreement in force covers */
  readonly withoutAgreement: readonly string[];
  /** provisions that a reader did not find, or found taken back, in an agreement in force */
  readonly missingPromises: readonly { readonly agreement: string; readonly provision: string }[];
  /** what the inventory says of entries: what speaks against each, what leaves it open, and from when until when it shows it */
  readonly inventory: readonly InventoryBeside[];
}

export interface InventoryBeside {
  /** bare citation */
  readonly entry: string;
  readonly against: readonly ThingInInventory[];
  readonly open: readonly ThingInInventory[];
  readonly shown: ShownBetween | null;
}

export interface ThingInInventory {
  readonly of: 'asset' | 'connection' | 'location' | 'service';
  readonly key: string;
}

/** From the day on which the last record was looked through until the first is too old to count. */
export interface ShownBetween {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

export const NOTHING_BESIDE: RecordsBeside = { withoutAgreement: [], missingPromises: [], inventory: [] };

export type Contradiction =
  | { readonly kind: 'flow_without_agreement'; readonly services: readonly string[] }
  | { readonly kind: 'promise_missing'; readonly agreements: readonly string[] }
  | { readonly kind: 'inventory_says_no'; readonly things: readonly ThingInInventory[] }
  /** speaks neither for nor against: what is said to be in place is not known to be */
  | { readonly kind: 'inventory_does_not_know'; readonly things: readonly ThingInInventory[] };

/** What contradicts that the entry is in place; keys sorted, each once. Whether it was answered so is not asked here. */
export function contradictionsOf(
  { id, contradictedBy, promises }: Pick<RuleEntry, 'id' | 'contradictedBy' | 'promises'>,
  { withoutAgreement, missingPromises, inventory }: RecordsBeside,
): Contradiction[] {
  const found: Contradiction[] = [];
  if (contradictedBy === 'flow_without_agreement' && withoutAgreement.length > 0)
    found.push({ kind: 'flow_without_agreement', services: sorted(withoutAgreement) });
  const lacking = missingPromises.filter(({ provision }) => promises?.includes(provision));
  if (lacking.length > 0)
    found.push({ kind: 'promise_missing', agreements: sorted(lacking.map(({ agreement }) => agreement)) });
  const listed = inventory.find(({ entry }) => entry === id);
  if (listed?.against.length) found.push({ kind: 'inventory_says_no', things: listed.against });
  if (listed?.open.length) found.push({ kind: 'inventory_does_not_know', things: listed.open });
  return found;
}

/** Whether a record says otherwise, and not merely that nobody knows. */
export function speaksAgainst({ kind }: Contradiction): boolean {
  return kind !== 'inventory_does_not_know';
}

function sorted(keys: readonly string[]): string[] {
  return [...new Set(keys)].sort();
}
