// The audit log as its page reads it: the latest first, filtered, with names.
import type { QueryConfig } from 'pg';
import type { LogFilter } from './log-filter.dto';
import { THING_OF_ENTRY } from './things-of-log';

export interface LogRow {
  sequence: number;
  occurredAt: Date;
  actorKind: 'person' | 'api_key' | 'vendor_link' | 'system';
  /** of the person, or the label of the key; null where they are no longer known */
  actorName: string | null;
  action: string;
  /** what the thing is called; null where it has no name of its own, has no page, or is no more */
  thingName: string | null;
  /** its page, as what follows the address of the practice; null where there is none */
  thingPath: string | null;
  address: string | null;
  data: Record<string, unknown>;
  /** of the practice: the moments are told in it */
  timeZone: string;
}

/** @param before the number of the entry after which (downwards) the page begins; null for the first page */
export function logList(
  organizationId: string,
  { action = null, person = null, from = null, to = null }: LogFilter,
  before: number | null,
  limit: number,
): QueryConfig {
  return {
    name: 'audit-log-list',
    text: `select r.sequence::float8 as sequence, r.occurred_at as "occurredAt", r.actor_kind as "actorKind",
        coalesce(p.name, k.label) as "actorName", r.action, t.name as "thingName", t.path as "thingPath", r.address, r.data,
        o.time_zone as "timeZone"
      from audit_event r
      join organization o on o.organization_id = r.organization_id
      left join person p on r.actor_kind = 'person' and p.id = r.actor_id
      left join api_key k on r.actor_kind = 'api_key' and k.organization_id = r.organization_id and k.id = r.actor_id
      left join lateral (${THING_OF_ENTRY}) t on true
      where r.organization_id = $1 and ($2::bigint is null or r.sequence < $2) and ($3::text is null or r.action = $3)
        and ($4::uuid is null or (r.actor_kind = 'person' and r.actor_id = $4))
        and ($5::date is null or r.occurred_at >= $5::date::timestamp at time zone o.time_zone)
        and ($6::date is null or r.occurred_at < ($6::date + 1)::timestamp at time zone o.time_zone)
      order by r.sequence desc limit $7`,
    values: [organizationId, before, action, person, from, to, limit + 1],
  };
}

/** Everything that ever happened here, to choose from. */
export function actionsOfLog(organizationId: string): QueryConfig {
  return {
    name: 'audit-log-actions',
    text: 'select distinct r.action from audit_event r where r.organization_id = $1 order by r.action',
    values: [organizationId],
  };
}
