import type { QueryConfig } from 'pg';

/** `isCurrent` is false once the date until which the result holds is past in the practice's time zone: it must not be relied on. */
const COLUMNS = `s.id, s.key as service, s.name, x.decision, x.level, x.inherent_level as "inherentLevel",
  x.index_out_of_100 as "indexOutOf100", x.confidence_percent as "confidencePercent", x.as_of as "asOf",
  x.holds_until as "holdsUntil", x.model_id as "modelId", x.model_version as "modelVersion",
  (x.holds_until is null or x.holds_until >= (now() at time zone o.time_zone)::date) as "isCurrent",
  x.result -> 'decision' ->> 'short' as why`;

const FROM = `from service_score x
  join service s on s.organization_id = x.organization_id and s.key = x.service_key
  join organization o on o.organization_id = x.organization_id`;

export function scorePage(organizationId: string, after: string | null, limit: number): QueryConfig {
  return {
    name: 'service-score-page',
    text: `select ${COLUMNS} ${FROM}
      where x.organization_id = $1 and ($2::uuid is null or s.id > $2) order by s.id limit $3`,
    values: [organizationId, after, limit + 1],
  };
}

/** One score, with the whole result: every threat, gate and contribution. */
export function scoreOfService(organizationId: string, serviceId: string): QueryConfig {
  return {
    name: 'service-score',
    text: `select ${COLUMNS}, x.result ${FROM} where x.organization_id = $1 and s.id = $2`,
    values: [organizationId, serviceId],
  };
}
