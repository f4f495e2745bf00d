// What people call the things of an inventory. A connection has no name of its own: it is told by what it leads from and to.
import type { Inventory, KeyedConnection } from './asset-checks';
import type { CheckedKind } from './asset-inventory-catalog';

export interface NamedInventory extends Inventory {
  readonly services: readonly { readonly key: string; readonly name: string }[];
}

/** A key that leads nowhere is told as it stands. */
export function nameOfThing(inventory: NamedInventory, of: CheckedKind, key: string): string {
  const named = (records: readonly { key: string; name: string }[] | null | undefined): string =>
    records?.find((one) => one.key === key)?.name ?? key;
  if (of === 'asset') return named(inventory.assets);
  if (of === 'location') return named(inventory.locations);
  if (of === 'service') return named(inventory.services);
  const connection = inventory.assetConnections?.find((one) => one.key === key);
  return connection ? connectionName(inventory, connection) : key;
}

/** "Laptop to Records system" */
export function connectionName(inventory: NamedInventory, connection: KeyedConnection): string {
  const { kind, key } = otherEnd(connection);
  return `${nameOfThing(inventory, 'asset', connection.from)} to ${nameOfThing(inventory, kind, key)}`;
}

/** What a connection leads to: one of the three (coherence/assets.ts holds it to that). */
export function otherEnd({
  toAsset,
  toLocation,
  toService,
}: Pick<KeyedConnection, 'toAsset' | 'toLocation' | 'toService'>): {
  kind: 'asset' | 'location' | 'service';
  key: string;
} {
  if (toAsset != null) return { kind: 'asset', key: toAsset };
  if (toLocation != null) return { kind: 'location', key: toLocation };
  return { kind: 'service', key: toService ?? '' };
}
