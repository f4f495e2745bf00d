// What obligations arise from, with the day on which each record was made, in one statement: PostgreSQL builds the document, as it does a dossier's.
import type { QueryConfig } from 'pg';
import type { CalendarDate } from '../common/calendar-date';
import type { Dossier } from '../dossiers/dossier.document';
import { RECORD_LISTS } from '../dossiers/record-lists';
import { PRACTICE_COLUMNS } from '../organizations/organization.query';

/** The lists that subjects, completions and settings stand in. */
const NEEDED = [
  'vendors',
  'services',
  'evidence',
  'agreements',
  'soc2Reports',
  'attestations',
  'dataFlows',
  'practiceMeasures',
  'obligationCompletions',
  'obligationSettings',
] as const;
type NeededList = (typeof NEEDED)[number];

type EntryOf<List extends NeededList> = NonNullable<Dossier[List]>[number];

/** A record with its id, for links, and the day on which it was made, in the practice's time zone. */
export type Recorded<T> = T & { id: string; recordedOn: CalendarDate };

export type RecordedFacts = { [List in NeededList]: Recorded<EntryOf<List>>[] } & {
  practice: Dossier['practice'] & { recordedOn: CalendarDate };
};

const LISTS = RECORD_LISTS.filter(({ list }) => (NEEDED as readonly string[]).includes(list))
  .map(
    ({ list, kind }) => `'${list}', (
    select coalesce(jsonb_agg(to_jsonb(x) order by x.key collate "C"), '[]')
    from (select r.id, r.key, (r.created_at at time zone o.time_zone)::date as "recordedOn", ${kind.columns}
      from ${kind.table} r where r.organization_id = $1) x
  )`,
  )
  .join(',\n  ');

/** One row `{ facts }`; none when the organization is not there. */
export function obligationFactsOf(organizationId: string): QueryConfig {
  return {
    name: 'obligation-facts',
    text: `select jsonb_strip_nulls(jsonb_build_object(
        'practice', (select to_jsonb(p) from (select r.key, (r.created_at at time zone r.time_zone)::date as "recordedOn", ${PRACTICE_COLUMNS}
          from organization r where r.organization_id = $1) p),
        ${LISTS}
      )) as facts
      from organization o where o.organization_id = $1`,
    values: [organizationId],
  };
}
