import type { QueryConfig } from 'pg';
import { isCurrent, type ModelInForce } from './service-score.query';

/**
 * A page of vendors, each with its services and their stored scores, in one statement: the page is cut first, by key order of the
 * ids, and only its vendors are joined.
 */
export function vendorScorePage(
  organizationId: string,
  model: ModelInForce,
  page: { after: string; limit: number },
): QueryConfig {
  return {
    name: 'vendor-score-page',
    text: `
      with page as (
        select v.id, v.key, v.name from vendor v
        where v.organization_id = $1 and v.id > $4 order by v.id limit $5
      )
      select p.id, p.key as vendor, p.name, scored.services
      from page p
      join organization o on o.organization_id = $1
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object(
          'id', s.id, 'service', s.key, 'name', s.name, 'plan', x.plan, 'usesAi', s.uses_ai, 'decision', x.decision, 'level', x.level,
          'indexOutOf100', x.index_out_of_100, 'confidencePercent', x.confidence_percent, 'holdsUntil', x.holds_until,
          'isCurrent', ${isCurrent('$2', '$3')}, 'why', x.why
        ) order by x.index_out_of_100 desc, s.key), '[]') as services
        from service s
        join service_score x on x.organization_id = s.organization_id and x.service_key = s.key
        where s.organization_id = $1 and s.vendor_key = p.key
      ) scored
      order by p.id`,
    values: [organizationId, model.id, model.version, page.after, page.limit + 1],
  };
}
