// The facts behind the map of flows in one statement: the practice, its vendors and services, their flows and the agreements with their vendors.
import type { QueryConfig } from 'pg';
import { ASSET_CONNECTION } from '../assets/asset-connection.record';
import { ASSET } from '../assets/asset.record';
import type { SystemsOnRecord } from '../assets/own-systems';
import { byName } from '../database/by-name.sql';
import { AGREEMENT } from '../business-associate-agreements/agreement.record';
import { DATA_FLOW } from '../data-flows/data-flow.record';
import type { DossierAgreement, DossierDataFlow, DossierVendor } from '../dossiers/dossier.document';
import type { FlowService } from '../reports/security-risk-assessment/flows.presenter';

/** With the ids by which pages lead to their forms. */
export type FlowWithId = DossierDataFlow & { id: string };
export type AgreementWithId = DossierAgreement & { id: string };

export interface FlowFactsRow {
  practiceName: string;
  timeZone: string;
  /** how many flows the tools have that come before the one asked about: its flows keep the numbers that they have among all */
  flowsBefore: number;
  vendors: Pick<DossierVendor, 'key' | 'name'>[];
  services: (FlowService & { id: string })[];
  dataFlows: FlowWithId[];
  agreements: AgreementWithId[];
  /** none where only one service is asked about */
  assets: NonNullable<SystemsOnRecord['assets']>;
  assetConnections: NonNullable<SystemsOnRecord['assetConnections']>;
}

/** One row, none when the organization is not there. @param serviceId of the only service asked about, or null for all */
export function flowFactsOf(organizationId: string, serviceId: string | null): QueryConfig {
  const asked = (column: string, of: string) =>
    `($2::uuid is null or ${column} in (select x.${of} from service x where x.organization_id = $1 and x.id = $2))`;
  return {
    name: 'flow-facts',
    text: `select o.name as "practiceName", o.time_zone as "timeZone",
      (select count(*)::int from service x
        join service s on s.organization_id = x.organization_id and (${byName('s.name')}, s.key) < (${byName('x.name')}, x.key)
        join ${DATA_FLOW.table} r on r.organization_id = s.organization_id and r.service_key = s.key
        where x.organization_id = $1 and x.id = $2) as "flowsBefore",
      (select coalesce(jsonb_agg(jsonb_build_object('key', v.key, 'name', v.name)), '[]')
        from vendor v where v.organization_id = $1 and ${asked('v.key', 'vendor_key')}) as vendors,
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'key', s.key, 'name', s.name, 'vendor', s.vendor_key, 'plan', s.plan,
          'plans', s.plans, 'subcontractors', s.subcontractors) order by ${byName('s.name')}, s.key), '[]')
        from service s where s.organization_id = $1 and ($2::uuid is null or s.id = $2)) as services,
      (select coalesce(jsonb_agg(to_jsonb(f) order by f.id), '[]')
        from (select r.id, r.key, ${DATA_FLOW.columns} from ${DATA_FLOW.table} r
          where r.organization_id = $1 and ${asked('r.service_key', 'key')}) f) as "dataFlows",
      (select coalesce(jsonb_agg(to_jsonb(a) order by a.key collate "C"), '[]')
        from (select r.id, r.key, ${AGREEMENT.columns} from ${AGREEMENT.table} r
          where r.organization_id = $1 and ${asked('r.vendor_key', 'vendor_key')}) a) as agreements,
      (select coalesce(jsonb_agg(to_jsonb(a) order by a.key collate "C"), '[]')
        from (select r.key, ${ASSET.columns} from ${ASSET.table} r where r.organization_id = $1 and $2::uuid is null) a) as assets,
      (select coalesce(jsonb_agg(to_jsonb(c) order by c.key collate "C"), '[]')
        from (select r.key, ${ASSET_CONNECTION.columns} from ${ASSET_CONNECTION.table} r
          where r.organization_id = $1 and $2::uuid is null) c) as "assetConnections"
      from organization o where o.organization_id = $1`,
    values: [organizationId, serviceId],
  };
}
