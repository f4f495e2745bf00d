// Everything that clearance reads, in one statement: the practice, and of each service asked about its record, its stored result, what
// flows, and the measures around it. A service that is not there has no row of its own.
import type { ReadStatement } from '../database/tenant-read';
import type { ClearanceFacts, PracticeStanding, ServiceStanding, StoredScore } from './clearance-facts';

const TEXT = `
  select (($4::timestamptz) at time zone o.time_zone)::date as today, o.covered_entity as "coveredEntity",
    o.client_states as "clientStates", o.clinician_states as "clinicianStates", o.modalities,
    sealed.id as "latestSealedAssessmentId", s.id, s.key, s.functions, s.uses_ai as "usesAi",
    array(select distinct unnest(f.data_classes) from data_flow f
      where f.organization_id = s.organization_id and f.service_key = s.key and f.identifiability = 'identified'
        and (f.from_party in ('service', 'subcontractor') or f.to_party in ('service', 'subcontractor'))) as "dataClasses",
    case when m.audio_deletion ->> 'since' <= to_char($4::timestamptz at time zone o.time_zone, 'YYYY-MM-DD')
      then (m.audio_deletion ->> 'withinDays')::integer end as "audioDeletedWithinDays",
    x.decision, x.why, x.as_of as "asOf", x.scored_at as "scoredAt", x.holds_until as "holdsUntil", x.model_id as "modelId",
    x.model_version as "modelVersion", x.conditions, x.standing_gates as gates
  from organization o
    left join lateral (
      select a.id from assessment a
      where a.organization_id = o.organization_id and a.status = 'sealed' and a.redacted_at is null
        and a.as_of <= ($4::timestamptz at time zone o.time_zone)::date
      order by a.as_of desc, a.created_at desc, a.id desc limit 1
    ) sealed on true
    left join service s on s.organization_id = o.organization_id and (s.key = any($2::text[]) or s.id = any($3::uuid[]))
    left join service_score x on x.organization_id = s.organization_id and x.service_key = s.key
    left join practice_measures m on m.organization_id = s.organization_id and m.service_key = s.key
  where o.organization_id = $1`;

/** what the statement reads */
export const CLEARANCE_TABLES = [
  'organization',
  'assessment',
  'service',
  'service_score',
  'data_flow',
  'practice_measures',
];

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @param services keys or ids, as they were asked for */
export function clearanceFacts(
  organizationId: string,
  services: readonly string[],
  now: Date,
): ReadStatement {
  const asked = [...new Set(services)];
  const ids = asked.filter((service) => UUID.test(service));
  return {
    name: 'clearance-facts',
    text: TEXT,
    values: [organizationId, arrayOf(asked), arrayOf(ids), now.toISOString()],
  };
}

/** PostgreSQL's text for an array. In quotes each, since without them null would be none, and a comma two. */
function arrayOf(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

type Nullable<T> = { [Name in keyof T]: T[Name] | null };

export type ClearanceRow = PracticeStanding &
  Nullable<Omit<ServiceStanding, 'score' | 'dataClasses'>> &
  Pick<ServiceStanding, 'dataClasses'> &
  Nullable<StoredScore>;

/** The facts for one service: of two, the one whose key was asked for comes before the one with such an id. */
export function factsOf(rows: readonly ClearanceRow[], service: string): ClearanceFacts {
  const practice = rows[0] as ClearanceRow;
  const row = rows.find(({ key }) => key === service) ?? rows.find(({ id }) => id === service);
  if (!row) return { practice, service: null };
  const standing = row as ClearanceRow & ServiceStanding;
  const score = row.decision === null ? null : (row as StoredScore);
  return {
    practice,
    service: {
      id: standing.id,
      key: standing.key,
      functions: standing.functions,
      usesAi: standing.usesAi,
      dataClasses: standing.dataClasses,
      audioDeletedWithinDays: standing.audioDeletedWithinDays,
      score,
    },
  };
}
