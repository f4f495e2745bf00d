import type { KeyedAsset, KeyedConnection } from './asset-checks';
import { keptUndone } from './kept-undone';

const ASOF = '2026-11-22';
const router = (changes: Partial<KeyedAsset> = {}): KeyedAsset => ({
  ...{ key: 'router', name: 'Router', kind: 'network_equipment', responsible: 'Owner', hostedBy: 'company' },
  ...{ handlesClientData: 'yes', supportedUntil: '2027-01-31' },
  ...changes,
});
const toNetwork: KeyedConnection = {
  ...{ key: 'to-network', from: 'router', toLocation: 'office', network: 'own_cable' },
  ...{ carriesClientData: 'yes', encryptedInTransit: 'no', remoteAccess: 'no' },
};
const kept = (changes: Partial<KeyedAsset>, assetConnections: KeyedConnection[] = []) =>
  keptUndone({ assets: [router(changes)], assetConnections, services: [] }, ASOF)[0]?.undone;

it.each<[string, Partial<KeyedAsset>, KeyedConnection[], object[]]>([
  ['the end of support, on the day after', {}, [], [{ check: 'supported', since: '2027-02-01' }]],
  ['support that has ended', { supportedUntil: '2026-11-21' }, [], [{ check: 'supported', since: null }]],
  ['support on its last day', { supportedUntil: ASOF }, [], [{ check: 'supported', since: '2026-11-23' }]],
  [
    'its connections',
    { supportedUntil: null },
    [toNetwork],
    [
      { check: 'supported', since: null },
      { check: 'encrypted_in_transit', since: null },
    ],
  ],
  ['nothing without client data', { handlesClientData: 'no' }, [], []],
  ['nothing once it left in order', { disposal: { on: ASOF, method: 'never_held_client_data' } }, [], []],
])('keeps %s', (_what, changes, connections, expected) => {
  expect(kept(changes, connections)).toEqual(expected);
});
