// How each check of the inventory is answered on a day: yes, no, or not known. Pure. What handles no client data is asked for nothing but that; what left is asked only how;
// what nobody has looked at for client data is asked like what has some, so that forgetting is never better than knowing.
import type { CalendarDate } from '../common/calendar-date';
import type { YesNoUnknown } from '../common/words';
import type { AssetKind, DisposalMethod } from './asset-words';
import type { AssetConnectionFields } from './asset-connection.fields';
import type { AssetFields } from './asset.fields';
import type { CheckedKind, InventoryCheck } from './asset-inventory-catalog';
import type { LocationFields } from './location.fields';

export type KeyedLocation = LocationFields & { readonly key: string };
export type KeyedAsset = AssetFields & { readonly key: string };
export type KeyedConnection = AssetConnectionFields & { readonly key: string };

/** What the practice has listed. Lists that are left out are empty. */
export interface Inventory {
  readonly locations?: readonly KeyedLocation[] | null;
  readonly assets?: readonly KeyedAsset[] | null;
  readonly assetConnections?: readonly KeyedConnection[] | null;
  readonly services: readonly { readonly key: string }[];
}

export interface CheckAnswer {
  readonly check: InventoryCheck;
  readonly of: CheckedKind;
  /** of the asset, connection, place or service */
  readonly key: string;
  readonly answer: YesNoUnknown;
  /** client data is known to be there, and not only taken to be: only then can a yes show anything */
  readonly isCertain: boolean;
}

const STORES: readonly AssetKind[] = [
  ...(['laptop', 'desktop', 'phone_or_tablet', 'server', 'printer_or_copier'] as const),
  ...(['software_system', 'removable_media', 'backup', 'other_device'] as const),
];
const HAS_SCREEN: readonly AssetKind[] = ['laptop', 'desktop', 'phone_or_tablet'];
const GOES_ABOUT: readonly AssetKind[] = ['laptop', 'phone_or_tablet'];
const RUNS_SOFTWARE: readonly AssetKind[] = [
  ...(['laptop', 'desktop', 'phone_or_tablet', 'server', 'network_equipment'] as const),
];
/** A copy needs no copy of its own, and what only passes through needs none. */
const NEEDS_COPY: readonly AssetKind[] = ['laptop', 'desktop', 'server', 'software_system'];

export function isInUse({ disposal }: Pick<AssetFields, 'disposal'>): boolean {
  return disposal == null;
}

/** Within the scope of the risk analysis: in use, and not left out with a reason. */
export function isInScope(asset: Pick<AssetFields, 'disposal' | 'excludedBecause'>): boolean {
  return isInUse(asset) && asset.excludedBecause == null;
}

export function isPlaceInUse({ closedOn }: Pick<LocationFields, 'closedOn'>): boolean {
  return closedOn == null;
}

/** The asset has client data, or nobody has looked: it keeps the place where it is within the scope. */
export function keepsPlaceInScope(
  asset: Pick<AssetFields, 'disposal' | 'excludedBecause' | 'handlesClientData'>,
): boolean {
  return isInScope(asset) && asset.handlesClientData !== 'no';
}

function isPlaceInScope(place: LocationFields): boolean {
  return isPlaceInUse(place) && place.excludedBecause == null;
}

export function isConnected({ endedOn }: Pick<AssetConnectionFields, 'endedOn'>): boolean {
  return endedOn == null;
}

/** Every check that is asked of what is listed, with its answer: assets, connections, places, then services, each in the order of keys. */
export function checkAnswers(inventory: Inventory, asOf: CalendarDate): CheckAnswer[] {
  const { locations, assets, assetConnections, services } = inventory;
  const closed = new Set((locations ?? []).filter((one) => !isPlaceInUse(one)).map(({ key }) => key));
  const inUse = new Set((assets ?? []).filter(isInUse).map(({ key }) => key));
  const holding = new Set((assets ?? []).filter(keepsPlaceInScope).map(({ location }) => location));
  const isListed = (assets ?? []).length > 0;
  return [
    ...byKey(assets).flatMap((asset) =>
      of('asset', asset.key, assetAnswers(asset, closed, asOf), asset.handlesClientData === 'yes'),
    ),
    ...byKey(assetConnections)
      .filter((one) => isConnected(one) && inUse.has(one.from))
      .flatMap((one) => of('connection', one.key, connectionAnswers(one), one.carriesClientData === 'yes')),
    ...byKey(locations)
      .filter((place) => isPlaceInScope(place) || (isPlaceInUse(place) && holding.has(place.key)))
      .flatMap((place) => of('location', place.key, locationAnswers(place))),
    // Without a list nobody has begun to say where anything is used: that is one thing to do and not one a tool.
    ...(isListed ? byKey(services) : []).flatMap(({ key }) =>
      of('service', key, { used_on_a_device: usedOnDevice(key, assetConnections ?? [], inUse) }),
    ),
  ];
}

type Answers = Partial<Record<InventoryCheck, YesNoUnknown>>;

function assetAnswers(asset: KeyedAsset, closed: ReadonlySet<string>, asOf: CalendarDate): Answers {
  const { kind, handlesClientData, disposal, location, hostedBy, supportedUntil } = asset;
  if (disposal?.method === 'entered_by_mistake') return {};
  if (disposal) return handlesClientData === 'no' ? {} : { disposal_shown: disposalShown(disposal) };
  if (asset.excludedBecause != null || handlesClientData === 'no') return {};
  const asked = (kinds: readonly AssetKind[], check: InventoryCheck, answer: YesNoUnknown): Answers =>
    kinds.includes(kind) ? { [check]: answer } : {};
  return {
    client_data_known: handlesClientData === 'yes' ? 'yes' : 'unknown',
    ...asked(STORES, 'encrypted_at_rest', asset.encryptedAtRest ?? 'unknown'),
    ...asked(HAS_SCREEN, 'locks_itself', asset.locksItself ?? 'unknown'),
    ...asked(GOES_ABOUT, 'managed', asset.managed ?? 'unknown'),
    ...asked(RUNS_SOFTWARE, 'supported', supportedUntil ? yesIf(supportedUntil >= asOf) : 'unknown'),
    ...asked(NEEDS_COPY, 'backed_up', asset.backedUp ?? 'unknown'),
    responsible_known: asset.responsible ? 'yes' : 'unknown',
    place_known: hostedBy ? 'yes' : location ? yesIf(!closed.has(location)) : 'unknown',
  };
}

const NOTHING_LEFT: readonly DisposalMethod[] = ['never_held_client_data'];

/** What was done is known, and a document shows it; what never held client data needs none. */
function disposalShown({ method, evidenceKey }: NonNullable<AssetFields['disposal']>): YesNoUnknown {
  if (method === 'unknown') return 'unknown';
  return yesIf(NOTHING_LEFT.includes(method) || evidenceKey != null);
}

function connectionAnswers({ carriesClientData, ...connection }: KeyedConnection): Answers {
  if (carriesClientData === 'no') return {};
  return {
    encrypted_in_transit: connection.encryptedInTransit,
    ...(connection.remoteAccess === 'no' ? {} : { second_factor: connection.secondFactor ?? 'unknown' }),
  };
}

function locationAnswers({ access, hazards, responsible }: KeyedLocation): Answers {
  return {
    access_limited: access === 'unknown' ? 'unknown' : yesIf(access !== 'open'),
    hazards_known: hazards ? 'yes' : 'unknown',
    place_responsible_known: responsible ? 'yes' : 'unknown',
  };
}

/** A tool whose every device has left was used on something once: that is a "no", and not forgotten. */
function usedOnDevice(
  service: string,
  connections: readonly KeyedConnection[],
  inUse: ReadonlySet<string>,
): YesNoUnknown {
  const leading = connections.filter(({ toService }) => toService === service);
  if (leading.length === 0) return 'unknown';
  return yesIf(leading.some((one) => isConnected(one) && inUse.has(one.from)));
}

function yesIf(is: boolean): YesNoUnknown {
  return is ? 'yes' : 'no';
}

function of(kind: CheckedKind, key: string, answers: Answers, isCertain = true): CheckAnswer[] {
  return Object.entries(answers).map(([check, answer]) => ({
    ...{ check: check as InventoryCheck, of: kind, key, answer, isCertain },
  }));
}

function byKey<T extends { readonly key: string }>(records: readonly T[] | null | undefined): T[] {
  return [...(records ?? [])].sort((one, other) => (one.key < other.key ? -1 : 1));
}
