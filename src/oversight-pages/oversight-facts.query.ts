// Everything that the pages of one register of living with AI show, in one statement: its records, and what they name or are told beside.
import type { QueryConfig } from 'pg';
import { byName } from '../database/by-name.sql';
import type { AroundLists } from '../assessments/registers/oversight-register';
import { EXIT_TERMS } from '../exit-terms/exit-terms.record';
import type { SetObligation } from '../obligations/rules/obligation-settings';
import { OBLIGATION_SETTING } from '../obligations/records/obligation-setting.record';
import type { RecordKind, RecordRow } from '../records/record-kind';
import { SERVICE_LEVEL } from '../service-levels/service-level.record';

export interface OversightFacts {
  timeZone: string;
  records: RecordRow[];
  /** the last of each thing that is due by itself, however many there are: what is due next follows from these */
  latest: RecordRow[];
  /** how many there are, also those that are not shown */
  count: number;
  services: { id: string; key: string; name: string; vendor: string; usesAi: boolean }[];
  vendors: { key: string; name: string }[];
  evidence: { key: string; title: string; vendor: string | null }[];
  incidents: { key: string; name: string }[];
  serviceLevels: NonNullable<AroundLists['serviceLevels']>;
  exitTerms: NonNullable<AroundLists['exitTerms']>;
  settings: SetObligation[];
}

export const MOST_SHOWN = 200;

const ORDER: Readonly<Record<string, string>> = {
  bias_audit: 'r.done_on',
  log_review: 'r.done_on',
  disputed_decision: 'r.received_on',
  performance_measurement: 'r.period_end',
  vendor_review: 'r.done_on',
  exit_plan: 'r.created_at',
};

/** What has a day of its own on which it is due, in each register. Of exit plans every trial counts, so that none is left out. */
const DUE_BY: Readonly<Record<string, string>> = {
  bias_audit: 'r.service_key',
  log_review: 'r.service_key, r.log',
  disputed_decision: 'r.organization_id',
  performance_measurement: 'r.service_key',
  vendor_review: 'r.vendor_key, r.kind',
  exit_plan: 'r.id',
};

/** One row, none when the organization is not there. The latest first. @param id of the only record asked about, or null for all */
export function oversightFacts(kind: RecordKind, organizationId: string, id: string | null): QueryConfig {
  const listed = (select: string, order: string) =>
    `(select coalesce(jsonb_agg(to_jsonb(n) order by ${order}), '[]') from (${select}) n)`;
  const whole = ({ table, columns }: RecordKind) =>
    listed(`select r.key, ${columns} from ${table} r where r.organization_id = $1`, 'n.key');
  return {
    name: `${kind.name}-facts`,
    text: `select o.time_zone as "timeZone",
      (select coalesce(jsonb_agg(to_jsonb(i)), '[]') from (select r.id, r.key, r.version, ${kind.columns} from ${kind.table} r
        where r.organization_id = $1 and ($2::uuid is null or r.id = $2)
        order by ${ORDER[kind.name]} desc, r.key limit ${MOST_SHOWN}) i) as records,
      (select coalesce(jsonb_agg(to_jsonb(i) - 'place'), '[]') from (select r.id, r.key, r.version, ${kind.columns},
          rank() over (partition by ${DUE_BY[kind.name]} order by ${ORDER[kind.name]} desc) as place
        from ${kind.table} r where r.organization_id = $1) i where i.place = 1) as latest,
      (select count(*)::int from ${kind.table} r where r.organization_id = $1) as count,
      ${listed('select x.id, x.key, x.name, x.vendor_key as vendor, x.uses_ai as "usesAi" from service x where x.organization_id = $1', `${byName('n.name')}, n.key`)} as services,
      ${listed('select x.key, x.name from vendor x where x.organization_id = $1', `${byName('n.name')}, n.key`)} as vendors,
      ${listed('select x.key, x.title, x.vendor_key as vendor from evidence x where x.organization_id = $1', `${byName('n.title')}, n.key`)} as evidence,
      ${listed('select x.key, x.title as name from incident x where x.organization_id = $1', `${byName('n.name')}, n.key`)} as incidents,
      ${whole(SERVICE_LEVEL)} as "serviceLevels", ${whole(EXIT_TERMS)} as "exitTerms", ${whole(OBLIGATION_SETTING)} as settings
      from organization o where o.organization_id = $1`,
    values: [organizationId, id],
  };
}
