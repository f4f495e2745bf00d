// What is open about each asset, as it is kept beside it for the lists of tasks: its own checks and those of its connections. Pure.
import { nextDay, type CalendarDate } from '../common/calendar-date';
import { checkAnswers, isConnected, isInScope, type Inventory } from './asset-checks';
import type { InventoryCheck } from './asset-inventory-catalog';

export interface Undone {
  check: InventoryCheck;
  /** the day from which it is open; null where it is already */
  since: CalendarDate | null;
}

/** Of every asset, those without anything open too: what was open before has to go. */
export function keptUndone(inventory: Inventory, asOf: CalendarDate): { key: string; undone: Undone[] }[] {
  const findings = checkAnswers(inventory, asOf).filter(({ answer }) => answer !== 'yes');
  const connections = (inventory.assetConnections ?? []).filter(isConnected);
  return (inventory.assets ?? []).map((asset) => {
    const ways = new Set(connections.filter(({ from }) => from === asset.key).map(({ key }) => key));
    const now = findings
      .filter(({ of, key }) => (of === 'asset' ? key === asset.key : of === 'connection' && ways.has(key)))
      .map(({ check }): Undone => ({ check, since: null }));
    const { supportedUntil, handlesClientData } = asset;
    const isSupported = supportedUntil != null && supportedUntil >= asOf;
    const later: Undone[] =
      isSupported && isInScope(asset) && handlesClientData !== 'no'
        ? [{ check: 'supported', since: nextDay(supportedUntil) }]
        : [];
    return { key: asset.key, undone: [...now, ...later] };
  });
}
