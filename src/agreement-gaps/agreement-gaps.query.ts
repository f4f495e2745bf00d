// The facts behind the gaps of a practice in one statement: its time zone, its services, their flows and the agreements with their
// vendors. PostgreSQL builds the lists; nothing is asked service by service.
import type { QueryConfig } from 'pg';
import { AGREEMENT } from '../business-associate-agreements/agreement.record';
import type { Agreement } from '../assessments/scoring/agreement-term';
import type { Flow } from '../assessments/scoring/protected-flows';
import type { ServiceInUse } from '../business-associate-agreements/agreement-coverage';
import type { CalendarDate } from '../common/calendar-date';
import { DATA_FLOW } from '../data-flows/data-flow.record';

export interface GapFactsRow {
  timeZone: string;
  services: (ServiceInUse & { vendor: string })[];
  flows: (Flow & { service: string; since?: CalendarDate | null })[];
  agreements: (Agreement & { vendor: string })[];
}

/** One row, none when the organization is not there. @param service key of the only service asked about, or null for all */
export function gapFactsOf(organizationId: string, service: string | null): QueryConfig {
  return {
    name: 'agreement-gap-facts',
    text: `select o.time_zone as "timeZone",
      (select coalesce(jsonb_agg(jsonb_build_object('key', s.key, 'vendor', s.vendor_key, 'plan', s.plan, 'plans', s.plans)
          order by s.key collate "C"), '[]')
        from service s where s.organization_id = $1 and ($2::text is null or s.key = $2)) as services,
      (select coalesce(jsonb_agg(to_jsonb(f)), '[]')
        from (select r.key, ${DATA_FLOW.columns} from ${DATA_FLOW.table} r
          where r.organization_id = $1 and ($2::text is null or r.service_key = $2)) f) as flows,
      (select coalesce(jsonb_agg(to_jsonb(a) order by a.key collate "C"), '[]')
        from (select r.key, ${AGREEMENT.columns} from ${AGREEMENT.table} r
          where r.organization_id = $1
            and ($2::text is null or r.vendor_key in
              (select s.vendor_key from service s where s.organization_id = $1 and s.key = $2))) a) as agreements
      from organization o where o.organization_id = $1`,
    values: [organizationId, service],
  };
}
