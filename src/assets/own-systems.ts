// The practice's own systems with client data on them (its record system, a server), and the ways by which client data gets in and out of each as far as they are on
// record: connections of the list of assets, and data flows whose steps name the system. Pure.
import { isConnected, isInScope, type KeyedAsset, type KeyedConnection } from './asset-checks';
import type { AssetKind } from './asset-words';

/** What keeps records for others to work with; a device is one of its ways in. */
const SYSTEMS: readonly AssetKind[] = ['software_system', 'server'];

type SystemFacts = Pick<
  KeyedAsset,
  'key' | 'name' | 'kind' | 'handlesClientData' | 'disposal' | 'excludedBecause'
>;
type WayFacts = Pick<
  KeyedConnection,
  'key' | 'from' | 'toAsset' | 'toService' | 'carriesClientData' | 'endedOn'
>;

export interface SystemsOnRecord {
  readonly assets?: readonly SystemFacts[] | null;
  readonly assetConnections?: readonly WayFacts[] | null;
  readonly dataFlows?:
    readonly { readonly key: string; readonly purpose: string; readonly carriedBy?: string | null }[] | null;
}

export interface OwnSystem {
  key: string;
  name: string;
  /** keys of the connections that carry client data, or may */
  connections: string[];
  /** keys of the data flows that name it */
  flows: string[];
}

/** Those in use that hold client data, or may, in the order of the list. What is left out of the analysis with a reason is not among them. */
export function ownSystems({ assets, assetConnections, dataFlows }: SystemsOnRecord): OwnSystem[] {
  const inScope = (assets ?? []).filter(isInScope);
  const keys = new Set(inScope.map(({ key }) => key));
  const ways = (assetConnections ?? []).filter(
    (one) =>
      isConnected(one) &&
      one.carriesClientData !== 'no' &&
      keys.has(one.from) &&
      (one.toAsset == null || keys.has(one.toAsset)),
  );
  return inScope
    .filter(({ kind, handlesClientData }) => SYSTEMS.includes(kind) && handlesClientData !== 'no')
    .map(({ key, name }) => ({
      ...{ key, name },
      connections: ways.filter(({ from, toAsset }) => from === key || toAsset === key).map((one) => one.key),
      flows: (dataFlows ?? [])
        .filter(({ purpose, carriedBy }) => names(`${purpose} ${carriedBy ?? ''}`, name))
        .map((flow) => flow.key),
    }));
}

/** True while it is not on record how client data gets into the system, or out of it. */
export function isWayUnknown({ connections, flows }: OwnSystem): boolean {
  return connections.length === 0 && flows.length === 0;
}

/** As whole words, whatever their case: "EHR" is not in "where". */
function names(text: string, name: string): boolean {
  const words = name.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return words !== '' && new RegExp(`(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}
