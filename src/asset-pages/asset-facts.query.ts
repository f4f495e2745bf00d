// Everything that the pages about places, assets and connections show, in one statement.
import type { QueryConfig } from 'pg';
import { byName } from '../database/by-name.sql';
import type { KeyedAsset, KeyedConnection, KeyedLocation } from '../assets/asset-checks';
import { ASSET_CONNECTION } from '../assets/asset-connection.record';
import { ASSET } from '../assets/asset.record';
import { LOCATION } from '../assets/location.record';

/** As stored, for the form about it. */
export type Stored<T> = T & { id: string; version: number };

export interface AssetFactsRow {
  timeZone: string;
  locations: Stored<KeyedLocation>[];
  assets: Stored<KeyedAsset>[];
  assetConnections: Stored<KeyedConnection>[];
  services: { key: string; name: string }[];
  vendors: { key: string; name: string }[];
  evidence: { key: string; name: string }[];
}

/** One row, none when the organization is not there. */
export function assetFacts(organizationId: string): QueryConfig {
  const stored = (columns: string, table: string) =>
    `(select coalesce(jsonb_agg(to_jsonb(n) order by n.key collate "C"), '[]')
      from (select r.id, r.key, r.version, ${columns} from ${table} r where r.organization_id = $1) n)`;
  const named = (name: string, table: string) =>
    `(select coalesce(jsonb_agg(jsonb_build_object('key', x.key, 'name', ${name}) order by ${byName(name)}, x.key), '[]')
      from ${table} x where x.organization_id = $1)`;
  return {
    name: 'asset-facts',
    text: `select o.time_zone as "timeZone",
      ${stored(LOCATION.columns, LOCATION.table)} as locations,
      ${stored(ASSET.columns, ASSET.table)} as assets,
      ${stored(ASSET_CONNECTION.columns, ASSET_CONNECTION.table)} as "assetConnections",
      ${named('x.name', 'service')} as services,
      ${named('x.name', 'vendor')} as vendors,
      ${named('x.title', 'evidence')} as evidence
      from organization o where o.organization_id = $1`,
    values: [organizationId],
  };
}
