// All practices of a person with their figures, in one statement over many tenants. Row-level security lets through the rows of those alone for which the
// transaction was opened: of a practice whose guard would refuse the person there is a name and nothing else.
import type { QueryConfig } from 'pg';
import { byName } from '../database/by-name.sql';
import type { DecisionCode } from '../assessments/scoring/service-result';
import type { CalendarDate } from '../common/calendar-date';
import type { Level } from '../common/level';
import { freshnessOn } from '../evidence/freshness';
import type { Reached } from '../identity/reach.query';
import { roleMay, type Action } from '../permissions/roles';
import { TASK_COUNTS } from '../tasks/tasks.query';
import { DUE_WITHIN_DAYS, type PortfolioWish, type Sort } from './portfolio-wish';

export interface DueRow {
  on: CalendarDate;
  kind: 'incident' | 'result' | 'agreement' | 'evidence';
  /** title of the incident, name of the tool, title of the agreement or of the document */
  of: string;
}

export interface PracticeRow {
  id: string;
  name: string;
  /** of the tool that is worst off; null where no tool is scored, or the person may not read it: as all that follows */
  level: Level | null;
  decision: DecisionCode | null;
  worstTool: string | null;
  tools: number | null;
  openGates: number | null;
  openTasks: number | null;
  nextDue: DueRow | null;
  staleEvidence: number | null;
  lastSealedOn: CalendarDate | null;
}

export interface PortfolioRow {
  practices: PracticeRow[];
  /** that fit the filter */
  found: number;
  /** all of the person */
  all: number;
  /** how many practices stand at each level, without the filter and without examples; none for those without a score */
  levels: Partial<Record<Level | 'none', number>>;
  /** the first things that are due within DUE_WITHIN_DAYS, one a practice, without the filter and without examples */
  soon: { id: string; name: string; due: DueRow }[];
  /** in how many practices something is */
  soonCount: number;
}

const MOST_SOON = 5;

const SORT_COLUMNS: Readonly<Record<Sort, string>> = {
  ...{ name: byName('f.name'), risk: 'f.index', tools: 'f.tools', gates: 'f.gates', tasks: 'f.tasks' },
  ...{ due: 'f.due', stale: 'f.stale', sealed: 'f.sealed' },
};

/** Each is read once for all practices; nothing here names an organization, since row-level security does. */
const READ = `
  day as materialized (select organization_id, (now() at time zone time_zone)::date as today from organization),
  scores as materialized (
    select x.organization_id, sum(jsonb_array_length(x.standing_gates))::int as gates,
      (array_agg(jsonb_build_object('level', x.level, 'decision', x.decision, 'index', x.index_out_of_100, 'service', x.service_key)
        order by x.index_out_of_100 desc, x.service_key))[1] as worst,
      min(x.holds_until) filter (where x.holds_until >= day.today) as holds_until
    from service_score x join day on day.organization_id = x.organization_id group by x.organization_id),
  tools as materialized (select organization_id, count(*)::int as tools from service group by organization_id),
  tasks as materialized (${TASK_COUNTS}),
  documents as materialized (
    select r.organization_id, (count(*) filter (where ${freshnessOn('day.today')} in ('stale', 'expired')))::int as stale,
      min(r.valid_until) filter (where r.valid_until >= day.today) as valid_until
    from evidence r join day on day.organization_id = r.organization_id group by r.organization_id),
  agreements as materialized (
    select a.organization_id, min(a.ends_on) as ends_on from agreement a join day on day.organization_id = a.organization_id
    where a.ends_on >= day.today and a.signed_on is not null and a.terminated_on is null and a.superseded_on is null
    group by a.organization_id),
  owed as materialized (
    select r.organization_id, min(d."dueOn") as due_on
    from incident r cross join lateral jsonb_to_recordset(r.duties) as d ("dueOn" date) group by r.organization_id),
  seals as materialized (
    select organization_id, max(as_of) as sealed from assessment where status = 'sealed' and redacted_at is null group by organization_id)`;

const FIGURES = `
  select l.id, l.name, l.example, scores.worst ->> 'level' as level, scores.worst ->> 'decision' as decision, (scores.worst ->> 'index')::int as index,
    scores.worst ->> 'service' as worst_service,
    case when l.scores and day.today is not null then coalesce(scores.gates, 0) end as gates,
    case when l.scores and day.today is not null then coalesce(tasks.tasks, 0) end as tasks,
    case when l.records and day.today is not null then coalesce(tools.tools, 0) end as tools,
    case when l.records and day.today is not null then coalesce(documents.stale, 0) end as stale,
    scores.holds_until, agreements.ends_on, documents.valid_until, owed.due_on as owed_on, seals.sealed,
    least(owed.due_on, scores.holds_until, agreements.ends_on, documents.valid_until) as due,
    least(owed.due_on, scores.holds_until, agreements.ends_on, documents.valid_until) <= day.today + ${DUE_WITHIN_DAYS} as soon
  from unnest($1::uuid[], $2::text[], $3::boolean[], $4::boolean[], $5::boolean[], $13::boolean[])
    as l (id, name, scores, records, assessments, example)
  left join day on day.organization_id = l.id
  left join scores on scores.organization_id = l.id and l.scores
  left join tasks on tasks.organization_id = l.id and l.scores
  left join tools on tools.organization_id = l.id and l.records
  left join documents on documents.organization_id = l.id and l.records
  left join agreements on agreements.organization_id = l.id and l.records
  left join owed on owed.organization_id = l.id and l.records
  left join seals on seals.organization_id = l.id and l.assessments`;

/** What is due of a row `f`, by the day: looked up for those alone that are shown. */
const DUE = `(select jsonb_build_object('on', f.due, 'kind', u.kind, 'of', u.name) from (
    (select 0 as place, 'incident' as kind, r.title as name from incident r
      where f.owed_on = f.due and r.organization_id = f.id and r.duties @> jsonb_build_array(jsonb_build_object('dueOn', f.due::text))
      order by r.key limit 1)
    union all
    (select 1, 'result', s.name from service_score x
      join service s on s.organization_id = x.organization_id and s.key = x.service_key
      where f.holds_until = f.due and x.organization_id = f.id and x.holds_until = f.due order by s.key limit 1)
    union all
    (select 2, 'agreement', a.title from agreement a where f.ends_on = f.due and a.organization_id = f.id and a.ends_on = f.due
      and a.signed_on is not null and a.terminated_on is null and a.superseded_on is null order by a.key limit 1)
    union all
    (select 3, 'evidence', e.title from evidence e
      where f.valid_until = f.due and e.organization_id = f.id and e.valid_until = f.due order by e.key limit 1)
  ) u order by u.place limit 1)`;

const FITS = `($6::text is null or position(lower($6) in lower(f.name)) > 0)
  and ($7::text is null or coalesce(f.level, 'none') = $7)
  and ($8::text is null or f.gates > 0) and ($9::text is null or f.soon) and ($10::text is null or f.stale > 0)`;

/** Only organizations that open may be told of: the transaction is open for them. The others come with their names alone. */
export function portfolio(
  reached: readonly Reached[],
  wish: PortfolioWish,
  { offset, limit }: { offset: number; limit: number },
): QueryConfig {
  const may = (action: Action) =>
    reached.map(({ role, refusal }) => refusal === null && roleMay(role, action));
  const { search, level, gates, due, evidence, sort, order } = wish;
  return {
    name: `portfolio-${sort}-${order}`,
    text: `with ${READ},
      figures as materialized (${FIGURES}),
      fitting as materialized (
        select f.*, row_number() over (order by f.example, ${SORT_COLUMNS[sort]} ${order} nulls last, ${byName('f.name')}, f.id) as place
        from figures f where ${FITS}),
      soon as materialized (select f.* from figures f where f.soon and not f.example)
      select
        (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'level', f.level, 'decision', f.decision, 'worstTool',
            (select s.name from service s where s.organization_id = f.id and s.key = f.worst_service),
            'tools', f.tools, 'openGates', f.gates, 'openTasks', f.tasks, 'nextDue', ${DUE}, 'staleEvidence', f.stale, 'lastSealedOn', f.sealed)
            order by f.place), '[]')
          from fitting f where f.place > $11::int and f.place <= $11::int + $12::int) as practices,
        (select count(*)::int from fitting) as found,
        (select count(*)::int from figures) as "all",
        (select coalesce(jsonb_object_agg(g.level, g.practices), '{}') from (
          select coalesce(f.level, 'none') as level, count(*) as practices from figures f where not f.example group by 1) g) as levels,
        (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'due', ${DUE}) order by f.due, ${byName('f.name')}), '[]')
          from (select * from soon order by due, ${byName('name')} limit ${MOST_SOON}) f) as soon,
        (select count(*)::int from soon) as "soonCount"`,
    values: [
      ...[reached.map(({ id }) => id), reached.map(({ name }) => name)],
      ...[may('scores.read'), may('records.read'), may('assessments.read')],
      ...[search, level, gates, due, evidence, offset, limit],
      reached.map(({ isExample }) => isExample),
    ],
  };
}
