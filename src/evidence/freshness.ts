// How fresh a document is. The months are those of the scoring model (ages.answer); a test holds them together.
export const FRESHNESS = ['current', 'ageing', 'stale', 'expired'] as const;
export type Freshness = (typeof FRESHNESS)[number];

export const CURRENT_MONTHS = 12;
export const AGEING_MONTHS = 24;

const TODAY = `(select (now() at time zone o.time_zone)::date from organization o where o.organization_id = r.organization_id)`;

/** SQL for the freshness of a row `r` on the practice's today: PostgreSQL adds months as our calendar does, to the month's last day. */
export const FRESHNESS_COLUMN = `(select case
    when r.valid_until < t.today then 'expired'
    when t.today <= (r.issued_on + interval '${CURRENT_MONTHS} months')::date then 'current'
    when t.today <= (r.issued_on + interval '${AGEING_MONTHS} months')::date then 'ageing'
    else 'stale' end from (select ${TODAY} as today) t) as freshness`;
