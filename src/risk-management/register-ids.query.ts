// What the pages of these registers need beside the dossier: where each record is, and in which version.
import type { QueryConfig } from 'pg';
import { byName } from '../database/by-name.sql';

export interface PlacedRecord {
  id: string;
  key: string;
  version: number;
}

export interface RegisterPlacesRow {
  findings: PlacedRecord[];
  acceptances: PlacedRecord[];
  decisions: PlacedRecord[];
  services: { id: string; key: string; name: string }[];
  evidence: { key: string; name: string }[];
}

const placed = (table: string) =>
  `(select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'key', r.key, 'version', r.version)), '[]') from ${table} r
    where r.organization_id = $1)`;

/** One row. */
export function registerPlaces(organizationId: string): QueryConfig {
  return {
    name: 'risk-management-places',
    text: `select ${placed('finding')} as findings, ${placed('risk_acceptance')} as acceptances, ${placed('practice_decision')} as decisions,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'key', r.key, 'name', r.name) order by ${byName('r.name')}, r.key), '[]')
        from service r where r.organization_id = $1) as services,
      (select coalesce(jsonb_agg(jsonb_build_object('key', r.key, 'name', r.title) order by ${byName('r.title')}, r.key), '[]')
        from evidence r where r.organization_id = $1) as evidence`,
    values: [organizationId],
  };
}
