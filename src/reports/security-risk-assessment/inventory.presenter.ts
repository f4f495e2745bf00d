// Scope as it is listed: places with the assets in them, connections, what left, what is left out with its reason, and what is not known. Pages and reports tell it by this.
import type { AssessmentDocument } from '../../assessments/assessment.document';
import type {
  InventoryRegister,
  ListedInventory,
  RegisteredFinding,
} from '../../assessments/registers/inventory-register';
import {
  isConnected,
  isInScope,
  isInUse,
  isPlaceInUse,
  type KeyedAsset,
  type KeyedConnection,
  type KeyedLocation,
} from '../../assets/asset-checks';
import { nameOfThing, otherEnd } from '../../assets/inventory-names';
import {
  ACCESS_WORDS,
  ASSET_KIND_WORDS,
  DISPOSAL_WORDS,
  HAZARD_WORDS,
  LOCATION_KIND_WORDS,
  NETWORK_WORDS,
  SHARED_WITH_WORDS,
  VOLUME_WORDS,
} from '../../assets/told-words';
import type { AssetRow, ConnectionRow, FindingRow, PlaceRow } from './inventory-rows';
import type { CheckedKind } from '../../assets/asset-inventory-catalog';
import type { OwnMarkup } from '../../common/markup/own-markup';
import { drawInventory } from './data-flow-diagram/diagram-of-assets';
import type { GraphLayout } from './data-flow-diagram/draw-diagram';
import { shortDate } from './date-words';
import { DATA_CLASS_WORDS } from './fact-words';
import { capitalized, counted, listed } from './number-words';

export interface InventoryView {
  /** the document was drawn up before there was an inventory */
  isNotWorkedOut: boolean;
  isEmpty: boolean;
  lead: string;
  drawing: OwnMarkup | null;
  places: PlaceRow[];
  connections: ConnectionRow[];
  tools: { name: string; words: string }[];
  excluded: { key: string; of: 'asset' | 'location'; name: string; because: string }[];
  gone: { key: string; of: 'asset' | 'location'; name: string; words: string; open: FindingRow[] }[];
  notReviewed: string;
}

type Told = Pick<AssessmentDocument, 'asOf' | 'inventoryRegister'> & {
  dossier: ListedInventory & { vendors: readonly { key: string; name: string }[] };
};

/** @param id of the drawing, unique in its document */
export function inventoryView(
  { dossier, inventoryRegister: register }: Told,
  layout: GraphLayout,
  id: string,
): InventoryView {
  const teller = new InventoryTeller(dossier, register ?? { findings: [], notReviewed: [] });
  const { places, connections } = teller;
  const isEmpty = [dossier.locations, dossier.assets, dossier.assetConnections].every(
    (list) => (list ?? []).length === 0,
  );
  return {
    isNotWorkedOut: !register,
    isEmpty,
    lead: teller.lead(),
    drawing: drawInventory(
      layout,
      { places, connections },
      { id, title: 'Places, what is in them, and how it is connected' },
    ),
    ...{ places, connections, tools: teller.tools(), excluded: teller.excluded(), gone: teller.gone() },
    notReviewed: teller.notReviewed(),
  };
}

class InventoryTeller {
  readonly places: PlaceRow[];
  readonly connections: ConnectionRow[];
  private readonly inUse: readonly KeyedAsset[];

  constructor(
    private readonly dossier: Told['dossier'],
    private readonly register: InventoryRegister,
  ) {
    this.inUse = (dossier.assets ?? []).filter(isInScope);
    this.places = this.placeRows();
    this.connections = this.connectionRows();
  }

  lead(): string {
    const gaps = this.register.findings.filter(({ answer }) => answer === 'no').length;
    const unknown = this.register.findings.length - gaps;
    const places = (this.dossier.locations ?? []).filter(
      (one) => isPlaceInUse(one) && one.excludedBecause == null,
    );
    return (
      `${capitalized(counted(places.length, 'place'))}, ${counted(this.inUse.length, 'asset')} and ` +
      `${counted(this.connections.length, 'connection')} are listed. ` +
      `${capitalized(counted(gaps, 'thing is', 'things are'))} not as ${gaps === 1 ? 'it' : 'they'} should be, and ` +
      `${counted(unknown, 'is', 'are')} not known.`
    );
  }

  tools(): InventoryView['tools'] {
    return this.register.findings
      .filter(({ of }) => of === 'service')
      .map(({ key, words }) => ({ name: nameOfThing(this.dossier, 'service', key), words }));
  }

  excluded(): InventoryView['excluded'] {
    const { locations, assets } = this.dossier;
    return [
      ...(locations ?? []).map((one) => ({ ...one, of: 'location' as const, isThere: isPlaceInUse(one) })),
      ...(assets ?? []).map((one) => ({ ...one, of: 'asset' as const, isThere: isInUse(one) })),
    ].flatMap(({ key, of, name, excludedBecause, isThere }) =>
      isThere && excludedBecause != null ? [{ key, of, name, because: excludedBecause }] : [],
    );
  }

  gone(): InventoryView['gone'] {
    const { locations, assets } = this.dossier;
    return [
      ...(assets ?? []).flatMap(({ key, name, disposal }) =>
        disposal
          ? [
              {
                key,
                of: 'asset' as const,
                name,
                words: `${DISPOSAL_WORDS[disposal.method]}, ${shortDate(disposal.on)}`,
              },
            ]
          : [],
      ),
      ...(locations ?? []).flatMap(({ key, name, closedOn }) =>
        closedOn ? [{ key, of: 'location' as const, name, words: `Used until ${shortDate(closedOn)}` }] : [],
      ),
    ].map((one) => ({ ...one, open: this.openOf(one.of, one.key) }));
  }

  notReviewed(): string {
    const { notReviewed } = this.register;
    if (notReviewed.length === 0) return '';
    const names = notReviewed.map(({ of, key }) => nameOfThing(this.dossier, of, key));
    return `Nobody has looked through ${listed(names)} lately.`;
  }

  private openOf(of: CheckedKind, key: string): FindingRow[] {
    return this.register.findings.filter((one) => one.of === of && one.key === key).map(findingRow);
  }

  private placeRows(): PlaceRow[] {
    const { locations, vendors } = this.dossier;
    const there = (locations ?? []).filter((one) => one.excludedBecause == null);
    const rows = there
      .filter((one) => isPlaceInUse(one) || this.inUse.some(({ location }) => location === one.key))
      .map((one): PlaceRow => ({
        ...{ key: one.key, name: one.name, told: placeWords(one), open: this.openOf('location', one.key) },
        assets: this.rowsOf(({ location, hostedBy }) => !hostedBy && location === one.key),
      }));
    const hosts = vendors.filter(({ key }) => this.inUse.some(({ hostedBy }) => hostedBy === key));
    const elsewhere = [
      ...hosts.map(({ key, name }) => ({
        ...{ name: `Run by ${name}`, assets: this.rowsOf(({ hostedBy }) => hostedBy === key) },
      })),
      {
        name: 'Not known where',
        assets: this.rowsOf(
          ({ location, hostedBy }) => !hostedBy && !there.some(({ key }) => key === location),
        ),
      },
    ].filter(({ assets }) => assets.length > 0);
    return [...rows, ...elsewhere.map((one) => ({ key: '', told: '', open: [], ...one }))];
  }

  private rowsOf(isHere: (asset: KeyedAsset) => boolean): AssetRow[] {
    return this.inUse.filter(isHere).map((asset): AssetRow => {
      const open = this.openOf('asset', asset.key);
      return {
        ...{ key: asset.key, name: asset.name, kind: ASSET_KIND_WORDS[asset.kind] },
        responsible: asset.responsible ?? 'nobody named',
        ...{ data: dataWords(asset), mark: this.markOf(asset), good: this.goodWords(asset), open },
        reviewed: asset.reviewedOn ? `looked through ${shortDate(asset.reviewedOn)}` : 'never looked through',
      };
    });
  }

  private markOf({ key, handlesClientData }: KeyedAsset): string {
    if (handlesClientData === 'no') return 'no client data';
    const data = handlesClientData === 'yes' ? 'client data' : 'CLIENT DATA NOT KNOWN';
    const encryption = this.register.findings.find(
      (one) => one.of === 'asset' && one.key === key && one.check === 'encrypted_at_rest',
    );
    if (!encryption) return data;
    return `${data}, ${encryption.answer === 'no' ? 'NOT ENCRYPTED' : 'ENCRYPTION NOT KNOWN'}`;
  }

  private goodWords(asset: KeyedAsset): string {
    const copy = asset.backedUpTo && nameOfThing(this.dossier, 'asset', asset.backedUpTo);
    const said = [
      asset.encryptedAtRest === 'yes' && 'encrypted',
      asset.locksItself === 'yes' && 'locks itself',
      asset.managed === 'yes' && 'can be wiped from afar',
      asset.backedUp === 'yes' && (copy ? `copied to ${copy}` : 'copied'),
      asset.supportedUntil && `mended until ${shortDate(asset.supportedUntil)}`,
      asset.personallyOwned === 'yes' && 'belongs to a person',
    ].filter((one): one is string => Boolean(one));
    return capitalized(said.join(', '));
  }

  private connectionRows(): ConnectionRow[] {
    const keys = new Set(this.inUse.map(({ key }) => key));
    return (this.dossier.assetConnections ?? [])
      .filter((one) => isConnected(one) && keys.has(one.from))
      .map((one, index): ConnectionRow => {
        const to = otherEnd(one);
        return {
          ...{
            key: one.key,
            number: `C${index + 1}`,
            fromEnd: `asset ${one.from}`,
            toEnd: `${to.kind} ${to.key}`,
          },
          from: nameOfThing(this.dossier, 'asset', one.from),
          to: nameOfThing(this.dossier, to.kind, to.key),
          network: NETWORK_WORDS[one.network],
          purpose: one.purpose ?? '',
          protection: protectionWords(one),
          alarm: alarmWords(one),
          open: this.openOf('connection', one.key),
        };
      });
  }
}

function findingRow({ words, answer, citation, basis }: RegisteredFinding): FindingRow {
  return { words, citation, isGap: answer === 'no', isRule: basis === 'rule' };
}

function placeWords({ kind, responsible, access, sharedWith, hazards, closedOn }: KeyedLocation): string {
  const exposed = hazards?.length ? `Exposed to ${listed(hazards.map((one) => HAZARD_WORDS[one]))}` : '';
  return [
    LOCATION_KIND_WORDS[kind],
    responsible ? `${responsible} answers for it` : '',
    ACCESS_WORDS[access],
    SHARED_WITH_WORDS[sharedWith],
    hazards?.length === 0 ? 'Exposed to nothing in particular' : exposed,
    closedOn ? `Used until ${shortDate(closedOn)}` : '',
  ]
    .filter((one) => one !== '')
    .map((one) => `${one}.`)
    .join(' ');
}

function dataWords({ handlesClientData, dataClasses, clientVolume }: KeyedAsset): string {
  if (handlesClientData === 'no') return 'No client data';
  if (handlesClientData === 'unknown') return 'Not known whether client data is on it';
  const kinds = dataClasses?.length
    ? listed(dataClasses.map((one) => DATA_CLASS_WORDS[one]))
    : 'kinds not named';
  const volume = clientVolume ? `; ${VOLUME_WORDS[clientVolume]}` : '';
  return `Client data: ${kinds}${volume}`;
}

function protectionWords({
  carriesClientData,
  encryptedInTransit,
  remoteAccess,
  secondFactor,
}: KeyedConnection): string {
  const data = { yes: 'client data', no: 'no client data', unknown: 'not known whether client data' }[
    carriesClientData
  ];
  const encryption = { yes: 'encrypted', no: 'not encrypted', unknown: 'not known whether encrypted' }[
    encryptedInTransit
  ];
  const remote = { yes: 'from outside', no: '', unknown: 'perhaps from outside' }[remoteAccess];
  const factor = {
    yes: 'with a second factor',
    no: 'without a second factor',
    unknown: 'second factor not known',
  }[secondFactor ?? 'unknown'];
  return [data, encryption, remote && `${remote} ${factor}`].filter((one) => one !== '').join(', ');
}

function alarmWords({ carriesClientData, encryptedInTransit }: KeyedConnection): string {
  if (carriesClientData === 'no' || encryptedInTransit === 'yes') return '';
  return encryptedInTransit === 'no' ? 'NOT ENCRYPTED' : 'ENCRYPTION NOT KNOWN';
}
