// What records about places, assets and connections cannot say, each fault by its pointer.
import { aDossier } from '../../../test/factories/dossier.factory';
import { findIncoherences } from '../dossier-coherence';
import type { DossierAsset, DossierAssetConnection, DossierLocation } from '../dossier.document';

const OFFICE: DossierLocation = {
  ...{ key: 'office', name: 'Office', kind: 'office', access: 'locked', sharedWith: 'nobody' },
};
const LAPTOP: DossierAsset = { key: 'laptop', name: 'Laptop', kind: 'laptop', handlesClientData: 'yes' };
const DISK: DossierAsset = { key: 'disk', name: 'Disk', kind: 'backup', handlesClientData: 'yes' };
const TO_DISK: DossierAssetConnection = {
  ...{ key: 'laptop-to-disk', from: 'laptop', toAsset: 'disk', network: 'own_cable' },
  ...{ carriesClientData: 'yes', encryptedInTransit: 'yes', remoteAccess: 'no' },
};

interface Changes {
  location?: Partial<DossierLocation>;
  asset?: Partial<DossierAsset>;
  connection?: Partial<DossierAssetConnection>;
}

function faults({ location, asset, connection }: Changes): string[] {
  const dossier = aDossier({
    locations: [{ ...OFFICE, ...location }],
    assets: [{ ...LAPTOP, location: 'office', ...asset }, DISK],
    assetConnections: [{ ...TO_DISK, ...connection }],
  });
  return findIncoherences(dossier, { asOf: '2026-11-22' }).map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('Places, assets and connections', () => {
  it.each<[string, Changes]>([
    ['say no more than they must', {}],
    ['may name a copy, a vendor and what shows a disposal', { asset: { backedUpTo: 'disk' } }],
    [
      'may leave out what handles no client data',
      {
        asset: { handlesClientData: 'no', excludedBecause: 'Music only.' },
      },
    ],
    [
      'may leave out a place where nothing holds client data, or nothing is any more',
      { location: { excludedBecause: 'Furniture.' }, asset: { handlesClientData: 'no' } },
    ],
    [
      'may leave out a place that everything has left',
      {
        location: { excludedBecause: 'Empty.' },
        asset: { disposal: { on: '2026-10-01', method: 'wiped' } },
      },
    ],
    ['may lead to a place', { connection: { toAsset: null, toLocation: 'office' } }],
    ['may have ended on the day itself', { connection: { endedOn: '2026-11-22' } }],
  ])('%s', (_what, changes) => expect(faults(changes)).toEqual([]));

  it.each<[string, Changes, string[]]>([
    ['a place that there is not', { asset: { location: 'attic' } }, ['/assets/0/location unknown-location']],
    ['a vendor that there is not', { asset: { hostedBy: 'nobody' } }, ['/assets/0/hostedBy unknown-vendor']],
    ['a copy nowhere', { asset: { backedUpTo: 'tape' } }, ['/assets/0/backedUpTo unknown-asset']],
    ['a copy on itself', { asset: { backedUpTo: 'laptop' } }, ['/assets/0/backedUpTo leads-to-itself']],
    [
      'a certificate that is not on file',
      { asset: { disposal: { on: '2026-10-01', method: 'destroyed', evidenceKey: 'none' } } },
      ['/assets/0/disposal/evidenceKey unknown-evidence'],
    ],
    [
      'an exclusion of what nobody has looked at',
      { asset: { handlesClientData: 'unknown', excludedBecause: 'Old.' } },
      ['/assets/0/excludedBecause excluded-with-client-data'],
    ],
    [
      'a place left out that still has assets',
      { location: { excludedBecause: 'Furniture.' } },
      ['/locations/0/excludedBecause excluded-with-assets', '/assets/0/location excluded-with-assets'],
    ],
    [
      'a place left out with what nobody has looked at',
      { location: { excludedBecause: 'Furniture.' }, asset: { handlesClientData: 'unknown' } },
      ['/locations/0/excludedBecause excluded-with-assets', '/assets/0/location excluded-with-assets'],
    ],
    [
      'a connection from nowhere',
      { connection: { from: 'tape' } },
      ['/assetConnections/0/from unknown-asset'],
    ],
    [
      'a connection to nothing',
      { connection: { toAsset: null } },
      ['/assetConnections/0/toAsset one-end-only'],
    ],
    [
      'a connection to two ends',
      { connection: { toLocation: 'office' } },
      ['/assetConnections/0/toAsset one-end-only'],
    ],
    [
      'a connection to itself',
      { connection: { toAsset: 'laptop' } },
      ['/assetConnections/0/toAsset leads-to-itself'],
    ],
    [
      'a tool that there is not',
      { connection: { toAsset: null, toService: 'nobody' } },
      ['/assetConnections/0/toService unknown-service'],
    ],
    [
      'days that have not come',
      {
        location: { closedOn: '2026-11-23' },
        asset: { disposal: { on: '2027-01-01', method: 'wiped' }, reviewedOn: '2026-12-01' },
        connection: { endedOn: '2026-12-01' },
      },
      [
        '/locations/0/closedOn dated-in-the-future',
        '/assets/0/disposal/on dated-in-the-future',
        '/assets/0/reviewedOn dated-in-the-future',
        '/assetConnections/0/endedOn dated-in-the-future',
      ],
    ],
  ])('refuse %s', (_what, changes, expected) => expect(faults(changes)).toEqual(expected));
});
