// The inventory of places, assets and connections as it stood on the date of the assessment: what was not as it should be, or not known, in the words of the day.
import type { CheckedKind, InventoryCheck, InventoryRules } from '../../assets/asset-inventory-catalog';
import { inventoryReview } from '../../assets/inventory-review';
import type { CalendarDate } from '../../common/calendar-date';
import type { Dossier } from '../../dossiers/dossier.document';
import { citationOf } from '../../safeguards/security-rule';

export interface RegisteredFinding {
  check: InventoryCheck;
  of: CheckedKind;
  /** of the asset, connection, place or service in the dossier */
  key: string;
  answer: 'no' | 'unknown';
  /** as the catalog of the day says it */
  words: string;
  todo: string;
  basis: 'rule' | 'good_practice';
  /** of the entry of the Security Rule that it is about */
  citation: string;
}

export interface InventoryRegister {
  findings: RegisteredFinding[];
  notReviewed: { of: CheckedKind; key: string; reviewedOn: CalendarDate | null }[];
}

export type ListedInventory = Pick<Dossier, 'locations' | 'assets' | 'assetConnections'> & {
  readonly services: readonly { readonly key: string; readonly name: string }[];
};

export function inventoryRegister(
  inventory: ListedInventory,
  asOf: CalendarDate,
  rules: InventoryRules,
): InventoryRegister {
  const { findings, notReviewed } = inventoryReview(inventory, asOf, rules);
  return {
    findings: findings.flatMap(({ check, of, key, answer }): RegisteredFinding[] => {
      const worded = rules.checks.find(({ id }) => id === check);
      if (!worded) return [];
      const { todo, basis, entry } = worded;
      return [{ check, of, key, answer, words: worded[answer], todo, basis, citation: citationOf(entry) }];
    }),
    notReviewed: notReviewed.map(({ of, key, reviewedOn }) => ({ of, key, reviewedOn })),
  };
}
