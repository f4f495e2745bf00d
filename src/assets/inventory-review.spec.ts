import { loadCatalogs } from '../catalogs/load-catalogs';
import type { Inventory, KeyedAsset, KeyedConnection, KeyedLocation } from './asset-checks';
import { inventoryReview } from './inventory-review';

const RULES = loadCatalogs().assetInventory;
const ASOF = '2026-11-22';
const ENCRYPTION = '164.312(a)(2)(iv)';
const ACCOUNTABILITY = '164.310(d)(2)(iii)';

const UNKNOWN: Partial<KeyedAsset> = {
  ...{ handlesClientData: 'unknown', encryptedAtRest: null, locksItself: null, managed: 'unknown' },
  ...{ supportedUntil: null, backedUp: 'unknown', responsible: null, location: null },
};
const NO_DEVICE: Partial<KeyedAsset> = {
  ...{ encryptedAtRest: null, locksItself: null, managed: null, supportedUntil: null, backedUp: null },
};

const laptop = (changes: Partial<KeyedAsset> = {}): KeyedAsset => ({
  ...{ key: 'laptop', name: 'Laptop', kind: 'laptop', responsible: 'Owner', location: 'office' },
  ...{ handlesClientData: 'yes', encryptedAtRest: 'yes', locksItself: 'yes', managed: 'yes' },
  ...{ supportedUntil: ASOF, backedUp: 'yes', reviewedOn: '2026-10-01' },
  ...changes,
});
const office = (changes: Partial<KeyedLocation> = {}): KeyedLocation => ({
  ...{ key: 'office', name: 'Office', kind: 'office', responsible: 'Owner', access: 'locked' },
  ...{ sharedWith: 'nobody', hazards: [], reviewedOn: '2026-10-01' },
  ...changes,
});
const toScribe = (changes: Partial<KeyedConnection> = {}): KeyedConnection => ({
  ...{ key: 'to-scribe', from: 'laptop', toService: 'scribe', network: 'internet', carriesClientData: 'yes' },
  ...{ encryptedInTransit: 'yes', remoteAccess: 'no', reviewedOn: '2026-10-01' },
  ...changes,
});

const whole = (changes: Partial<Inventory> = {}): Inventory => ({
  ...{
    locations: [office()],
    assets: [laptop()],
    assetConnections: [toScribe()],
    services: [{ key: 'scribe' }],
  },
  ...changes,
});
const review = (changes: Partial<Inventory> = {}, asOf = ASOF) =>
  inventoryReview(whole(changes), asOf, RULES);
const found = (changes: Partial<Inventory> = {}) =>
  review(changes).findings.map(({ check, answer }) => `${check} ${answer}`);

describe('An inventory', () => {
  it('in which all is known and as it should be leaves nothing to do', () => {
    expect(review()).toMatchObject({ findings: [], notReviewed: [] });
  });

  it.each<[string, Partial<Inventory>, string[]]>([
    [
      'of which nothing is known',
      { assets: [{ ...laptop(), ...UNKNOWN }] },
      [
        'client_data_known unknown',
        'encrypted_at_rest unknown',
        'locks_itself unknown',
        'managed unknown',
        'supported unknown',
        'backed_up unknown',
        'responsible_known unknown',
        'place_known unknown',
      ],
    ],
    [
      'with a disk that is not encrypted',
      { assets: [laptop({ encryptedAtRest: 'no' })] },
      ['encrypted_at_rest no'],
    ],
    [
      'with a system that is mended no more',
      { assets: [laptop({ supportedUntil: '2026-11-21' })] },
      ['supported no'],
    ],
    [
      'with a thing in a place that was given up',
      { locations: [office({ closedOn: '2026-01-31' })] },
      ['place_known no'],
    ],
    ['with a thing without client data', { assets: [laptop({ ...UNKNOWN, handlesClientData: 'no' })] }, []],
    ['with paper, which has no screen', { assets: [laptop({ kind: 'paper_records', ...NO_DEVICE })] }, []],
    [
      'with a thing that left, and nothing that shows how',
      { assets: [laptop(), laptop({ key: 'old', disposal: { on: '2026-03-20', method: 'wiped' } })] },
      ['disposal_shown no'],
    ],
    [
      'with a thing that left somehow',
      { assets: [laptop(), laptop({ key: 'old', disposal: { on: '2026-03-20', method: 'unknown' } })] },
      ['disposal_shown unknown'],
    ],
    [
      'with a thing that was never there',
      { assets: [laptop(), laptop({ key: 'old', disposal: { on: ASOF, method: 'entered_by_mistake' } })] },
      [],
    ],
    [
      'with a way that is open',
      { assetConnections: [toScribe({ encryptedInTransit: 'no' })] },
      ['encrypted_in_transit no'],
    ],
    [
      'with a way in from outside',
      { assetConnections: [toScribe({ remoteAccess: 'unknown' })] },
      ['second_factor unknown'],
    ],
    [
      'with a way without client data',
      {
        assetConnections: [toScribe({ carriesClientData: 'no', encryptedInTransit: 'no' })],
      },
      [],
    ],
    ['with a tool on no device', { assetConnections: [] }, ['used_on_a_device unknown']],
    [
      'with a tool on a device no more',
      { assetConnections: [toScribe({ endedOn: ASOF })] },
      ['used_on_a_device no'],
    ],
    ['with a place open to anybody', { locations: [office({ access: 'open' })] }, ['access_limited no']],
    [
      'with a place that nobody looked at',
      { locations: [office({ hazards: null, responsible: null })] },
      ['hazards_known unknown', 'place_responsible_known unknown'],
    ],
    ['that nobody has begun', { locations: [], assets: [], assetConnections: [] }, []],
  ])('%s', (_what, changes, expected) => expect(found(changes)).toEqual(expected));

  it('speaks against an entry, leaves it open, or shows it, and is of one mind about each thing', () => {
    const of = (assets: KeyedAsset[]) => review({ assets }).entries.find(({ entry }) => entry === ENCRYPTION);
    const no = laptop({ key: 'old', encryptedAtRest: 'no' });
    const unknown = laptop({ key: 'phone', kind: 'phone_or_tablet', encryptedAtRest: null });
    expect(of([laptop(), no, unknown])).toEqual({
      entry: ENCRYPTION,
      against: [{ of: 'asset', key: 'old' }],
      open: [{ of: 'asset', key: 'phone' }],
      shown: null,
    });
    expect(of([laptop(), laptop({ key: 'phone', reviewedOn: '2026-02-01' })])).toEqual({
      ...{ entry: ENCRYPTION, against: [], open: [] },
      shown: { from: '2026-10-01', until: '2027-02-01' },
    });
  });

  it('shows nothing that somebody has not looked through', () => {
    const { entries } = review({ assets: [laptop(), laptop({ key: 'phone', reviewedOn: null })] });
    expect(entries.filter(({ shown, entry }) => shown && entry !== '164.312(e)(2)(ii)')).toEqual([]);
  });

  it('takes one thing once where two checks are about one entry', () => {
    const { entries } = review({ assets: [laptop({ responsible: null, location: null })] });
    expect(entries.find(({ entry }) => entry === ACCOUNTABILITY)?.open).toEqual([
      { of: 'asset', key: 'laptop' },
    ]);
  });

  it('is to be looked through again after a year, counted from the day', () => {
    expect(review({}, '2027-10-01').notReviewed).toEqual([]);
    expect(review({}, '2027-10-02').notReviewed.map(({ of, key }) => `${of} ${key}`)).toEqual([
      'location office',
      'asset laptop',
      'connection to-scribe',
    ]);
  });
});
