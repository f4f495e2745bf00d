// Inventories for properties: places, assets in and out of use, connections between them.
import * as fc from 'fast-check';
import type { KeyedAsset, KeyedConnection, KeyedLocation } from '../../src/assets/asset-checks';
import { ASSET_KINDS, DISPOSAL_METHODS, LOCATION_ACCESS, LOCATION_KINDS } from '../../src/assets/asset-words';
import { addDays, type CalendarDate } from '../../src/common/calendar-date';
import { YES_NO_UNKNOWN } from '../../src/common/words';

const told = fc.constantFrom(...YES_NO_UNKNOWN);
const perhaps = fc.option(told);

const dayBefore = (asOf: CalendarDate) =>
  fc.integer({ min: 0, max: 700 }).map((days) => addDays(asOf, -days));

const anyLocation = (asOf: CalendarDate): fc.Arbitrary<KeyedLocation> =>
  fc.record({
    key: fc.constantFrom('office', 'home'),
    name: fc.constant('A place'),
    kind: fc.constantFrom(...LOCATION_KINDS),
    responsible: fc.option(fc.constant('Owner')),
    access: fc.constantFrom(...LOCATION_ACCESS),
    sharedWith: fc.constant('nobody' as const),
    hazards: fc.option(fc.constant(['storm' as const])),
    closedOn: fc.option(dayBefore(asOf), { freq: 6 }),
    reviewedOn: fc.option(dayBefore(asOf), { freq: 2 }),
  });

const KEYS = ['a', 'b', 'c'] as const;

const anyAsset = (asOf: CalendarDate): fc.Arbitrary<KeyedAsset> =>
  fc.record({
    key: fc.constantFrom(...KEYS),
    name: fc.constant('A thing'),
    kind: fc.constantFrom(...ASSET_KINDS),
    responsible: fc.option(fc.constant('Owner')),
    location: fc.constantFrom('office', null),
    hostedBy: fc.constant(null),
    handlesClientData: told,
    encryptedAtRest: perhaps,
    locksItself: perhaps,
    managed: perhaps,
    supportedUntil: fc.option(fc.integer({ min: -300, max: 300 }).map((days) => addDays(asOf, days))),
    backedUp: perhaps,
    disposal: fc.option(
      fc.record({
        on: dayBefore(asOf),
        method: fc.constantFrom(...DISPOSAL_METHODS),
        evidenceKey: fc.constantFrom(null, 'certificate'),
      }),
      { freq: 5 },
    ),
    reviewedOn: fc.option(dayBefore(asOf), { freq: 2 }),
  });

const anyConnection = (asOf: CalendarDate): fc.Arbitrary<KeyedConnection> =>
  fc.record({
    key: fc.constantFrom('one', 'two'),
    from: fc.constantFrom(...KEYS),
    toLocation: fc.constant('office'),
    network: fc.constant('internet' as const),
    carriesClientData: told,
    encryptedInTransit: told,
    remoteAccess: told,
    secondFactor: perhaps,
    endedOn: fc.option(dayBefore(asOf), { freq: 6 }),
    reviewedOn: fc.option(dayBefore(asOf), { freq: 2 }),
  });

export interface GeneratedInventory {
  locations: KeyedLocation[];
  assets: KeyedAsset[];
  assetConnections: KeyedConnection[];
}

/** Each key once; a connection may come from an asset that is not there. */
export function anyInventory(asOf: CalendarDate): fc.Arbitrary<GeneratedInventory> {
  const once = { selector: ({ key }: { key: string }) => key };
  return fc.record({
    locations: fc.uniqueArray(anyLocation(asOf), { ...once, maxLength: 2 }),
    assets: fc.uniqueArray(anyAsset(asOf), { ...once, minLength: 1, maxLength: 3 }),
    assetConnections: fc.uniqueArray(anyConnection(asOf), { ...once, maxLength: 2 }),
  });
}
