// Everything that the pages about incidents show, in one statement: the incidents, what is recorded of the vendors and services that they name, and what
// decides about their clocks.
import type { QueryConfig } from 'pg';
import { byName } from '../database/by-name.sql';
import type { CalendarDate } from '../common/calendar-date';
import { AGREEMENT } from '../business-associate-agreements/agreement.record';
import type { IncidentFields } from '../incidents/incident.fields';
import { INCIDENT } from '../incidents/incident.record';
import type { AgreementOnRecord } from '../incidents/vendor-term';
import type { CoveredEntity } from '../organizations/practice.fields';

export interface IncidentOnRecord extends IncidentFields {
  id: string;
  key: string;
  version: number;
  /** as ratings name it (incidents/incident-numbers.ts) */
  number: number;
}

export interface IncidentFactsRow {
  timeZone: string;
  coveredEntity: CoveredEntity;
  incidents: IncidentOnRecord[];
  /** how many there are, also those that are not shown */
  count: number;
  /** of the vendors that the incidents name */
  agreements: AgreementOnRecord[];
  vendors: { key: string; name: string }[];
  services: { id: string; key: string; name: string; vendor: string }[];
  evidence: { key: string; name: string }[];
}

export const MOST_INCIDENTS = 200;

/** Its place by the day on which it was known, of one day by key. */
const NUMBER = `(select count(*)::int from incident e where e.organization_id = $1
  and (e.known_on, e.key collate "C") <= (r.known_on, r.key collate "C"))`;

/** One row, none when the organization is not there. Open ones first, then the latest. @param id of the only incident asked about, or null for all */
export function incidentFacts(organizationId: string, id: string | null): QueryConfig {
  const named = (columns: string, from: string) =>
    `(select coalesce(jsonb_agg(to_jsonb(n) order by ${byName('n.name')}, n.key), '[]') from (select ${columns} from ${from}
      where x.organization_id = $1) n)`;
  return {
    name: 'incident-facts',
    text: `select o.time_zone as "timeZone", o.covered_entity as "coveredEntity",
      (select coalesce(jsonb_agg(to_jsonb(i) order by i."closedOn" nulls first, i."knownOn" desc, i.key), '[]')
        from (select r.id, r.key, r.version, ${NUMBER} as number, ${INCIDENT.columns} from incident r
          where r.organization_id = $1 and ($2::uuid is null or r.id = $2)
          order by r.closed_on is not null, r.known_on desc, r.key limit ${MOST_INCIDENTS}) i) as incidents,
      (select count(*)::int from incident r where r.organization_id = $1) as count,
      (select coalesce(jsonb_agg(to_jsonb(a) order by a.key), '[]') from (select r.key, ${AGREEMENT.columns} from agreement r
        where r.organization_id = $1 and exists (select from incident i
          where i.organization_id = $1 and i.vendor_key = r.vendor_key and ($2::uuid is null or i.id = $2))) a) as agreements,
      ${named('x.key, x.name', 'vendor x')} as vendors,
      ${named('x.id, x.key, x.name, x.vendor_key as vendor', 'service x')} as services,
      ${named('x.key, x.title as name', 'evidence x')} as evidence
      from organization o where o.organization_id = $1`,
    values: [organizationId, id],
  };
}

/** An incident with its clocks needs today where the practice is. */
export interface IncidentsToday {
  readonly facts: IncidentFactsRow;
  readonly today: CalendarDate;
}
