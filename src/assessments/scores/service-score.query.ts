import type { QueryConfig } from 'pg';

/** The model that the server scores with. A score of another is shown, and marked as not current. */
export interface ModelInForce {
  id: string;
  version: string;
}

/**
 * Whether a stored score `x` of an organization `o` may be relied on: the date until which it holds is not past in the practice's
 * time zone, and it comes from the model in force.
 */
export function isCurrent(idParameter: string, versionParameter: string): string {
  return `((x.holds_until is null or x.holds_until >= (now() at time zone o.time_zone)::date)
    and x.model_id = ${idParameter} and x.model_version = ${versionParameter})`;
}

const COLUMNS = `s.id, s.key as service, s.name, x.decision, x.level, x.inherent_level as "inherentLevel",
  x.index_out_of_100 as "indexOutOf100", x.confidence_percent as "confidencePercent", x.as_of as "asOf",
  x.holds_until as "holdsUntil", x.model_id as "modelId", x.model_version as "modelVersion",
  ${isCurrent('$2', '$3')} as "isCurrent",
  x.why`;

const FROM = `from service_score x
  join service s on s.organization_id = x.organization_id and s.key = x.service_key
  join organization o on o.organization_id = x.organization_id`;

export function scorePage(
  organizationId: string,
  model: ModelInForce,
  page: { after: string; limit: number },
): QueryConfig {
  return {
    name: 'service-score-page',
    text: `select ${COLUMNS} ${FROM}
      where x.organization_id = $1 and s.id > $4 order by s.id limit $5`,
    values: [organizationId, model.id, model.version, page.after, page.limit + 1],
  };
}

/** One score, with the whole result: every threat, gate and contribution. */
export function scoreOfService(organizationId: string, model: ModelInForce, serviceId: string): QueryConfig {
  return {
    name: 'service-score',
    text: `select ${COLUMNS}, x.result ${FROM} where x.organization_id = $1 and s.id = $4`,
    values: [organizationId, model.id, model.version, serviceId],
  };
}
