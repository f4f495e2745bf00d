// What obligations arise from, with the day on which each record was made, in one statement: PostgreSQL builds the document, as it does a dossier's.
import type { QueryConfig } from 'pg';
import type { CalendarDate } from '../common/calendar-date';
import type { Dossier } from '../dossiers/dossier.document';
import { RECORD_LISTS } from '../dossiers/record-lists';
import { PRACTICE_COLUMNS } from '../organizations/organization.query';

/** The lists that subjects, completions, what shows something to be done, and settings stand in. */
const NEEDED = [
  'vendors',
  'services',
  'evidence',
  'agreements',
  'soc2Reports',
  'attestations',
  'dataFlows',
  'practiceMeasures',
  'biasAudits',
  'logReviews',
  'vendorReviews',
  'exitPlans',
  'obligationCompletions',
  'obligationSettings',
] as const;
type NeededList = (typeof NEEDED)[number];

type EntryOf<List extends NeededList> = NonNullable<Dossier[List]>[number];

/** A record with the day on which it was made, in the practice's time zone. */
export type Dated<T> = T & { recordedOn: CalendarDate };

/** What subjects are found in. */
export type DatedFacts = { [List in NeededList]: Dated<EntryOf<List>>[] } & {
  practice: Dated<Dossier['practice']>;
  /** dates of the assessments that are sealed */
  sealedAsOf: CalendarDate[];
};

/** A dated record with its id, for links. */
export type Recorded<T> = Dated<T> & { id: string };

export type RecordedFacts = { [List in NeededList]: Recorded<EntryOf<List>>[] } & Pick<
  DatedFacts,
  'practice' | 'sealedAsOf'
>;

/** The day on which each record was made, by list and key, and the dates of the assessments that are sealed. */
export interface RecordedDays {
  practice: CalendarDate;
  sealedAsOf: CalendarDate[];
  lists: { readonly [List in NeededList]?: Readonly<Record<string, CalendarDate>> };
}

/** The facts of a dossier with the days on which they were recorded: on `asOf` at the latest, and on it where nothing says when. */
export function datedFacts(dossier: Dossier, asOf: CalendarDate, recorded: RecordedDays | null): DatedFacts {
  const onTheDay = (day: CalendarDate | undefined): CalendarDate => (day && day < asOf ? day : asOf);
  const lists = NEEDED.map((list) => [
    list,
    (dossier[list] ?? []).map((one) => ({ ...one, recordedOn: onTheDay(recorded?.lists[list]?.[one.key]) })),
  ]);
  return {
    ...(Object.fromEntries(lists) as Omit<DatedFacts, 'practice'>),
    practice: { ...dossier.practice, recordedOn: onTheDay(recorded?.practice) },
    sealedAsOf: recorded?.sealedAsOf ?? [],
  };
}

const LISTS = RECORD_LISTS.filter(({ list }) => (NEEDED as readonly string[]).includes(list))
  .map(
    ({ list, kind }) => `'${list}', (
    select coalesce(jsonb_agg(to_jsonb(x) order by x.key collate "C"), '[]')
    from (select r.id, r.key, (r.created_at at time zone o.time_zone)::date as "recordedOn", ${kind.columns}
      from ${kind.table} r where r.organization_id = $1) x
  )`,
  )
  .join(',\n  ');

const DAYS = RECORD_LISTS.filter(({ list }) => (NEEDED as readonly string[]).includes(list))
  .map(
    ({ list, kind }) => `'${list}', (
    select coalesce(jsonb_object_agg(r.key, (r.created_at at time zone o.time_zone)::date), '{}')
    from ${kind.table} r where r.organization_id = $1
  )`,
  )
  .join(',\n  ');

const SEALED_AS_OF = `(select coalesce(jsonb_agg(distinct a.as_of), '[]') from assessment a where a.organization_id = $1 and a.status = 'sealed')`;

/** One row `{ days }`, a RecordedDays; none when the organization is not there. */
export function recordedDaysOf(organizationId: string): QueryConfig {
  return {
    name: 'recorded-days',
    text: `select jsonb_build_object(
        'practice', (o.created_at at time zone o.time_zone)::date,
        'sealedAsOf', ${SEALED_AS_OF},
        'lists', jsonb_build_object(${DAYS})
      ) as days
      from organization o where o.organization_id = $1`,
    values: [organizationId],
  };
}

/** One row `{ facts }`; none when the organization is not there. */
export function obligationFactsOf(organizationId: string): QueryConfig {
  return {
    name: 'obligation-facts',
    text: `select jsonb_strip_nulls(jsonb_build_object(
        'practice', (select to_jsonb(p) from (select r.key, (r.created_at at time zone r.time_zone)::date as "recordedOn", ${PRACTICE_COLUMNS}
          from organization r where r.organization_id = $1) p),
        'sealedAsOf', ${SEALED_AS_OF},
        ${LISTS}
      )) as facts
      from organization o where o.organization_id = $1`,
    values: [organizationId],
  };
}
