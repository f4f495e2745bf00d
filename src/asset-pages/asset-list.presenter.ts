// The inventory as its page tells it: by place, with the way to the form of everything.
import { inventoryRegister } from '../assessments/registers/inventory-register';
import type { CalendarDate } from '../common/calendar-date';
import type { AssetInventoryCatalog } from '../catalogs/asset-inventory.shape';
import type { GraphLayout } from '../reports/security-risk-assessment/data-flow-diagram/draw-diagram';
import type { AssetRow, ConnectionRow, PlaceRow } from '../reports/security-risk-assessment/inventory-rows';
import { inventoryView, type InventoryView } from '../reports/security-risk-assessment/inventory.presenter';
import type { AssetFactsRow } from './asset-facts.query';

type Linked<T> = T & { href: string };

export interface AssetListView extends Omit<InventoryView, 'places' | 'connections' | 'excluded' | 'gone'> {
  at: string;
  places: (Linked<Omit<PlaceRow, 'assets'>> & { assets: Linked<AssetRow>[]; anchor: string })[];
  connections: Linked<ConnectionRow>[];
  excluded: Linked<InventoryView['excluded'][number]>[];
  gone: Linked<InventoryView['gone'][number]>[];
  /** what most practices have and this one has not listed yet */
  usual: { id: string; name: string; isTicked: boolean }[];
}

export function assetListView(
  at: string,
  facts: AssetFactsRow,
  today: CalendarDate,
  catalog: AssetInventoryCatalog,
  layout: GraphLayout,
): AssetListView {
  const register = inventoryRegister(facts, today, catalog);
  const told = { asOf: today, dossier: facts, inventoryRegister: register };
  const view = inventoryView(told, layout, 'assets-drawing');
  const hrefOf = (of: 'asset' | 'location' | 'connection', key: string): string => {
    const [list, what] = LISTS[of](facts);
    const found = list.find((one) => one.key === key);
    return found ? `${at}/${what}/${found.id}/edit` : '';
  };
  const linked = <T extends { key: string; of: 'asset' | 'location' }>(rows: readonly T[]): Linked<T>[] =>
    rows.map((row) => ({ ...row, href: hrefOf(row.of, row.key) }));
  return {
    ...view,
    at,
    places: view.places.map((place, index) => ({
      ...{ ...place, href: hrefOf('location', place.key), anchor: `place-${index + 1}` },
      assets: place.assets.map((asset) => ({ ...asset, href: hrefOf('asset', asset.key) })),
    })),
    connections: view.connections.map((row) => ({ ...row, href: hrefOf('connection', row.key) })),
    excluded: linked(view.excluded),
    gone: linked(view.gone),
    usual: usualLeft(facts, catalog, view.isEmpty),
  };
}

const LISTS: Readonly<
  Record<
    'asset' | 'location' | 'connection',
    (facts: AssetFactsRow) => [readonly { id: string; key: string }[], string]
  >
> = {
  asset: ({ assets }) => [assets, 'things'],
  location: ({ locations }) => [locations, 'places'],
  connection: ({ assetConnections }) => [assetConnections, 'connections'],
};

/** Of each kind that is not on the list; all are ticked for who has listed nothing yet. */
function usualLeft(
  { assets, locations }: AssetFactsRow,
  { usual }: AssetInventoryCatalog,
  isEmpty: boolean,
): AssetListView['usual'] {
  return usual
    .filter((thing) => !(thing.of === 'asset' ? assets : locations).some(({ kind }) => kind === thing.kind))
    .map(({ id, name }) => ({ id, name, isTicked: isEmpty }));
}
