// The checks of assets, connections and places as the catalog words them (catalogs/asset-inventory.yaml). How each is answered is code: asset-checks.ts.
import type { AssetKind, LocationKind } from './asset-words';

export const ASSET_CHECKS = [
  'client_data_known',
  'encrypted_at_rest',
  'locks_itself',
  'managed',
  'supported',
  'backed_up',
  'responsible_known',
  'place_known',
  'disposal_shown',
] as const;
export const CONNECTION_CHECKS = ['encrypted_in_transit', 'second_factor'] as const;
export const LOCATION_CHECKS = ['access_limited', 'hazards_known', 'place_responsible_known'] as const;
export const SERVICE_CHECKS = ['used_on_a_device'] as const;
export const INVENTORY_CHECKS = [
  ...ASSET_CHECKS,
  ...CONNECTION_CHECKS,
  ...LOCATION_CHECKS,
  ...SERVICE_CHECKS,
] as const;
export type InventoryCheck = (typeof INVENTORY_CHECKS)[number];

export const CHECKED_KINDS = ['asset', 'connection', 'location', 'service'] as const;
export type CheckedKind = (typeof CHECKED_KINDS)[number];

export interface CheckDefinition {
  readonly id: InventoryCheck;
  readonly of: CheckedKind;
  readonly basis: 'rule' | 'good_practice';
  /** bare citation of the entry of the Security Rule that it is about, as in 164.312(a)(2)(iv) */
  readonly entry: string;
  /** a "no" speaks against an answer of "in place"; "not known" leaves it unknown */
  readonly contradicts: boolean;
  /** a list that says "yes" throughout counts like a document on file */
  readonly shows: boolean;
  readonly title: string;
  readonly no: string;
  readonly unknown: string;
  readonly todo: string;
}

/** Something that most practices have, listed with one press. */
export type UsualThing =
  | { readonly id: string; readonly of: 'asset'; readonly kind: AssetKind; readonly name: string }
  | { readonly id: string; readonly of: 'location'; readonly kind: LocationKind; readonly name: string };

export interface InventoryRules {
  readonly reviewedWithinMonths: number;
  readonly checks: readonly CheckDefinition[];
}
