import { isWayUnknown, ownSystems, type SystemsOnRecord } from './own-systems';

type Asset = NonNullable<SystemsOnRecord['assets']>[number];
type Way = NonNullable<SystemsOnRecord['assetConnections']>[number];

const asset = (changes: Partial<Asset> = {}): Asset => ({
  ...{ key: 'records', name: 'Records system', kind: 'software_system', handlesClientData: 'yes' },
  ...changes,
});
const laptop = asset({ key: 'laptop', name: 'Laptop', kind: 'laptop' });
const way = (changes: Partial<Way> = {}): Way => ({
  ...{ key: 'to-records', from: 'laptop', toAsset: 'records', carriesClientData: 'yes' },
  ...changes,
});
const flow = (carriedBy: string | null) => ({ key: 'drafts', purpose: 'Drafting progress notes', carriedBy });
const ofOne = (facts: SystemsOnRecord) => ownSystems({ assets: [asset(), laptop], ...facts })[0];

describe('The practice’s own systems', () => {
  it.each([
    ['a server', asset({ kind: 'server' }), 1],
    [
      'a system of which nobody knows whether client data is on it',
      asset({ handlesClientData: 'unknown' }),
      1,
    ],
    ['a system without client data', asset({ handlesClientData: 'no' }), 0],
    ['a laptop', laptop, 0],
    ['one that left', asset({ disposal: { on: '2026-01-01', method: 'wiped' } }), 0],
    ['one that is left out with a reason', asset({ excludedBecause: 'It holds forms without answers.' }), 0],
  ])('%s', (_, one, count) => expect(ownSystems({ assets: [one] })).toHaveLength(count));

  it.each([
    ['a connection to it', { assetConnections: [way()] }, false],
    [
      'a connection from it',
      { assetConnections: [way({ from: 'records', toAsset: null, toService: 'claims' })] },
      false,
    ],
    ['one that may carry client data', { assetConnections: [way({ carriesClientData: 'unknown' })] }, false],
    ['one that carries none', { assetConnections: [way({ carriesClientData: 'no' })] }, true],
    ['one that ended', { assetConnections: [way({ endedOn: '2026-01-01' })] }, true],
    ['one from a device that is not there', { assetConnections: [way({ from: 'gone' })] }, true],
    ['one between others', { assetConnections: [way({ toAsset: 'laptop' })] }, true],
    [
      'a flow whose steps name it',
      { dataFlows: [flow('The clinician copies it into the records system')] },
      false,
    ],
    ['a flow that names part of its name', { dataFlows: [flow('Copied into the records systems')] }, true],
    ['a flow that does not say how', { dataFlows: [flow(null)] }, true],
    ['nothing', {}, true],
  ])('with %s', (_, facts, isUnknown) => {
    expect(isWayUnknown(ofOne(facts)!)).toBe(isUnknown);
  });

  it('are none where nothing is listed', () => {
    expect(ownSystems({})).toEqual([]);
  });
});
