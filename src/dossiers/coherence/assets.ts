// Places, assets and connections: each refers to what there is, leads to one end, and is left out of the risk analysis only without client data.
import { keepsPlaceInScope } from '../../assets/asset-checks';
import type { FaultCode } from '../../common/problems/fault-codes';
import { eachOf, fault, type CoherenceRule } from './rule';

const keysOf = (records: readonly { key: string }[] | null | undefined): ReadonlySet<string> =>
  new Set((records ?? []).map(({ key }) => key));

/** Asks whether a key that is given leads to a record. */
const leadsTo =
  (code: FaultCode, noun: string, keys: ReadonlySet<string>) =>
  (key: string | null | undefined, ...place: (string | number)[]) =>
    key != null &&
    !keys.has(key) &&
    fault(code, `no ${noun} has this key; add it or correct the key`, ...place);

const assetsLeadSomewhere: CoherenceRule = ({ assets, locations, vendors, evidence }) => {
  const toLocation = leadsTo('unknown-location', 'location', keysOf(locations));
  const toVendor = leadsTo('unknown-vendor', 'vendor', keysOf(vendors));
  const toAsset = leadsTo('unknown-asset', 'asset', keysOf(assets));
  const toEvidence = leadsTo('unknown-evidence', 'evidence on file', keysOf(evidence));
  return eachOf(assets, ({ key, location, hostedBy, backedUpTo, disposal }, index) => [
    toLocation(location, 'assets', index, 'location'),
    toVendor(hostedBy, 'assets', index, 'hostedBy'),
    toAsset(backedUpTo, 'assets', index, 'backedUpTo'),
    backedUpTo === key &&
      fault(
        'leads-to-itself',
        'is the asset itself; a copy is kept elsewhere',
        'assets',
        index,
        'backedUpTo',
      ),
    toEvidence(disposal?.evidenceKey, 'assets', index, 'disposal', 'evidenceKey'),
  ]);
};

const connectionsLeadSomewhere: CoherenceRule = ({ assetConnections, assets, locations, services }) => {
  const toAsset = leadsTo('unknown-asset', 'asset', keysOf(assets));
  const toLocation = leadsTo('unknown-location', 'location', keysOf(locations));
  const toService = leadsTo('unknown-service', 'service', keysOf(services));
  return eachOf(assetConnections, ({ from, toAsset: asset, toLocation: place, toService: tool }, index) => [
    toAsset(from, 'assetConnections', index, 'from'),
    toAsset(asset, 'assetConnections', index, 'toAsset'),
    toLocation(place, 'assetConnections', index, 'toLocation'),
    toService(tool, 'assetConnections', index, 'toService'),
    [asset, place, tool].filter((end) => end != null).length !== 1 &&
      fault(
        'one-end-only',
        'choose one end: an asset, a place or a tool',
        ...['assetConnections', index, 'toAsset'],
      ),
    asset === from &&
      fault('leads-to-itself', 'is the asset that it comes from', 'assetConnections', index, 'toAsset'),
  ]);
};

/** What nobody has looked at for client data may hold some, so it stays within the scope (45 CFR 164.308(a)(1)(ii)(A)). */
const excludedWithoutClientData: CoherenceRule = ({ assets }) =>
  eachOf(assets, ({ excludedBecause, handlesClientData }, index) => [
    excludedBecause != null &&
      handlesClientData !== 'no' &&
      fault(
        'excluded-with-client-data',
        'stands beside client data, or data that nobody has looked for; take one of the two away',
        ...['assets', index, 'excludedBecause'],
      ),
  ]);

/** A place is left out only once nothing is there that is not: what holds client data has its place in the analysis (45 CFR 164.310(a) to (c)). */
const placesLeftOutAreEmpty: CoherenceRule = ({ locations, assets }) => {
  const holding = (assets ?? []).filter(keepsPlaceInScope);
  const leftOut = new Set(
    (locations ?? []).filter(({ excludedBecause }) => excludedBecause != null).map(({ key }) => key),
  );
  return [
    ...eachOf(locations, ({ key, excludedBecause }, index) => {
      const there = holding.filter(({ location }) => location === key).map((asset) => asset.key);
      return [
        excludedBecause != null &&
          there.length > 0 &&
          fault(
            'excluded-with-assets',
            `stands beside assets that are there and may hold client data: ${there.join(', ')}; move them, or take it away`,
            ...['locations', index, 'excludedBecause'],
          ),
      ];
    }),
    ...eachOf(assets, (asset, index) => [
      keepsPlaceInScope(asset) &&
        asset.location != null &&
        leftOut.has(asset.location) &&
        fault(
          'excluded-with-assets',
          'is a place that is left out of the risk analysis; choose another, or take the place in again',
          ...['assets', index, 'location'],
        ),
    ]),
  ];
};

const notInTheFuture: CoherenceRule = ({ locations, assets, assetConnections }, { asOf, today }) => {
  const last = today ?? asOf;
  const late = (date: string | null | undefined, ...place: (string | number)[]) =>
    last &&
    date &&
    date > last &&
    fault(
      'dated-in-the-future',
      `lies after ${last}, the date of the assessment; correct it, or assess for a later date`,
      ...place,
    );
  return [
    ...eachOf(locations, ({ closedOn, reviewedOn }, index) => [
      late(closedOn, 'locations', index, 'closedOn'),
      late(reviewedOn, 'locations', index, 'reviewedOn'),
    ]),
    ...eachOf(assets, ({ disposal, reviewedOn }, index) => [
      late(disposal?.on, 'assets', index, 'disposal', 'on'),
      late(reviewedOn, 'assets', index, 'reviewedOn'),
    ]),
    ...eachOf(assetConnections, ({ endedOn, reviewedOn }, index) => [
      late(endedOn, 'assetConnections', index, 'endedOn'),
      late(reviewedOn, 'assetConnections', index, 'reviewedOn'),
    ]),
  ];
};

export const ASSET_RULES: readonly CoherenceRule[] = [
  assetsLeadSomewhere,
  connectionsLeadSomewhere,
  excludedWithoutClientData,
  placesLeftOutAreEmpty,
  notInTheFuture,
];
