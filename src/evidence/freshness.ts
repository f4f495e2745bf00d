// How fresh a document is. The months are those of the scoring model (ages.answer); a test holds them together.
export const FRESHNESS = ['current', 'ageing', 'stale', 'expired'] as const;
export type Freshness = (typeof FRESHNESS)[number];

export const CURRENT_MONTHS = 12;
export const AGEING_MONTHS = 24;

const TODAY = `(select (now() at time zone o.time_zone)::date from organization o where o.organization_id = r.organization_id)`;

/**
 * SQL for the freshness of a row `r`: PostgreSQL adds months as our calendar does, to the month's last day.
 * @param today expression of the practice's today
 */
export function freshnessOn(today: string): string {
  return `case
    when r.valid_until < ${today} then 'expired'
    when ${today} <= (r.issued_on + interval '${CURRENT_MONTHS} months')::date then 'current'
    when ${today} <= (r.issued_on + interval '${AGEING_MONTHS} months')::date then 'ageing'
    else 'stale' end`;
}

export const FRESHNESS_COLUMN = `(select ${freshnessOn('t.today')} from (select ${TODAY} as today) t) as freshness`;
