// The shape of the checks of the asset inventory, held to the code that answers them and to the entries of the Security Rule that they are about.
import type { CatalogHead } from '../assessments/scoring/scoring-model';
import {
  ASSET_CHECKS,
  CHECKED_KINDS,
  CONNECTION_CHECKS,
  INVENTORY_CHECKS,
  LOCATION_CHECKS,
  SERVICE_CHECKS,
  type CheckDefinition,
  type CheckedKind,
  type InventoryRules,
  type UsualThing,
} from '../assets/asset-inventory-catalog';
import { ASSET_KINDS, LOCATION_KINDS } from '../assets/asset-words';
import {
  flag,
  integer,
  listOf,
  oneOf,
  record,
  ShapeError,
  text,
  variant,
  type Shape,
} from '../common/catalog-files/shape';
import { headShapes } from './catalog-head.shape';
import { uniqueIds } from './cross-checks';
import type { SecurityRuleCatalog } from './security-rule.shape';

export interface AssetInventoryCatalog extends CatalogHead, InventoryRules {
  readonly usual: readonly UsualThing[];
}

const usualThing: Shape<UsualThing> = variant<UsualThing>('of', {
  asset: record<Extract<UsualThing, { of: 'asset' }>>({
    ...{ id: text, of: oneOf(['asset'] as const), kind: oneOf(ASSET_KINDS), name: text },
  }),
  location: record<Extract<UsualThing, { of: 'location' }>>({
    ...{ id: text, of: oneOf(['location'] as const), kind: oneOf(LOCATION_KINDS), name: text },
  }),
});

export const assetInventoryShape = record<AssetInventoryCatalog>({
  ...headShapes,
  reviewedWithinMonths: integer(1, 60),
  checks: listOf(
    record<CheckDefinition>({
      ...{ id: oneOf(INVENTORY_CHECKS), of: oneOf(CHECKED_KINDS) },
      ...{ basis: oneOf(['rule', 'good_practice'] as const), entry: text, contradicts: flag, shows: flag },
      ...{ title: text, no: text, unknown: text, todo: text },
    }),
    INVENTORY_CHECKS.length,
  ),
  usual: listOf(usualThing, 1),
});

const CHECKS_OF: Readonly<Record<CheckedKind, readonly string[]>> = {
  ...{
    asset: ASSET_CHECKS,
    connection: CONNECTION_CHECKS,
    location: LOCATION_CHECKS,
    service: SERVICE_CHECKS,
  },
};

/** @throws ShapeError naming the check that the code does not answer so, or that is about no entry of the rule */
export function checkAssetInventory(
  { checks, usual }: AssetInventoryCatalog,
  { entries }: SecurityRuleCatalog,
): void {
  uniqueIds(checks, 'checks');
  uniqueIds(usual, 'usual');
  checks.forEach(({ id, of, entry, basis, contradicts, shows }, index) => {
    const fault = (field: string, what: string): ShapeError =>
      new ShapeError(`checks[${index}].${field}`, `${what}: ${id}`);
    if (!CHECKS_OF[of].includes(id)) throw fault('of', 'is answered of something else');
    if (!entries.some((one) => one.id === entry))
      throw fault('entry', `names no entry "${entry}" of the rule`);
    // What no rule asks for cannot speak against an answer about the rule.
    if (contradicts && basis !== 'rule') throw fault('contradicts', 'is good practice only');
    if (shows && !contradicts) throw fault('shows', 'counts for an entry that it could not speak against');
  });
}
