// All practices of a person with their figures, in one statement over many tenants. Row-level security lets through the rows of those alone for which the
// transaction was opened: of a practice whose guard would refuse the person there is a name and nothing else.
import type { QueryConfig } from 'pg';
import type { DecisionCode } from '../assessments/scoring/service-result';
import type { CalendarDate } from '../common/calendar-date';
import type { Level } from '../common/level';
import { freshnessOn } from '../evidence/freshness';
import type { Reached } from '../identity/reach.query';
import { roleMay, type Action } from '../permissions/roles';
import { taskCount } from '../tasks/tasks.query';
import { DUE_WITHIN_DAYS, type PortfolioWish, type Sort } from './portfolio-wish';

export interface DueRow {
  on: CalendarDate;
  kind: 'result' | 'agreement' | 'evidence';
  /** name of the tool, title of the agreement or of the document */
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
  /** how many practices stand at each level, without the filter; none for those without a score */
  levels: Partial<Record<Level | 'none', number>>;
  /** the first things that are due within DUE_WITHIN_DAYS, one a practice, without the filter */
  soon: { id: string; name: string; due: DueRow }[];
  /** in how many practices something is */
  soonCount: number;
}

const MOST_SOON = 5;

const SORT_COLUMNS: Readonly<Record<Sort, string>> = {
  ...{ name: 'lower(f.name)', risk: 'f.index', tools: 'f.tools', gates: 'f.gates', tasks: 'f.tasks' },
  ...{ due: `(f.due ->> 'on')`, stale: 'f.stale', sealed: 'f.sealed' },
};

const SCORES = `
  left join lateral (
    select x.level, x.decision, x.index_out_of_100 as index, s.name as tool
    from service_score x join service s on s.organization_id = x.organization_id and s.key = x.service_key
    where x.organization_id = o.organization_id order by x.index_out_of_100 desc, s.key limit 1
  ) worst on l.scores
  left join lateral (
    select coalesce(sum(jsonb_array_length(x.standing_gates)), 0)::int as gates
    from service_score x where x.organization_id = o.organization_id
  ) gate on l.scores
  left join lateral (select (${taskCount('o.organization_id')})::int as tasks) task on l.scores`;

const RECORDS = `
  left join lateral (select count(*)::int as tools from service s where s.organization_id = o.organization_id) tool on l.records
  left join lateral (
    select count(*)::int as stale from evidence r
    where r.organization_id = o.organization_id and ${freshnessOn('day.today')} in ('stale', 'expired')
  ) old on l.records`;

/** The first date ahead on which a result, an agreement or a document stops holding. */
const DUE = `
  left join lateral (
    select jsonb_build_object('on', u.day, 'kind', u.kind, 'of', u.name) as due from (
      (select x.holds_until as day, 'result' as kind, s.name from service_score x
        join service s on s.organization_id = x.organization_id and s.key = x.service_key
        where l.scores and x.organization_id = o.organization_id and x.holds_until >= day.today order by x.holds_until, s.key limit 1)
      union all
      (select a.ends_on, 'agreement', a.title from agreement a
        where l.records and a.organization_id = o.organization_id and a.ends_on >= day.today and a.signed_on is not null
          and a.terminated_on is null and a.superseded_on is null order by a.ends_on, a.key limit 1)
      union all
      (select e.valid_until, 'evidence', e.title from evidence e
        where l.records and e.organization_id = o.organization_id and e.valid_until >= day.today order by e.valid_until, e.key limit 1)
    ) u order by u.day, u.kind limit 1
  ) next on true`;

const FIGURES = `
  select l.id, l.name, worst.level, worst.decision, worst.index, worst.tool, tool.tools, gate.gates, task.tasks, next.due, old.stale,
    seal.sealed, (next.due ->> 'on')::date <= day.today + ${DUE_WITHIN_DAYS} as soon
  from unnest($1::uuid[], $2::text[], $3::boolean[], $4::boolean[], $5::boolean[]) as l (id, name, scores, records, assessments)
  left join organization o on o.organization_id = l.id
  left join lateral (select (now() at time zone o.time_zone)::date as today) day on true
  ${SCORES}
  ${RECORDS}
  ${DUE}
  left join lateral (
    select max(a.as_of) as sealed from assessment a
    where a.organization_id = o.organization_id and a.status = 'sealed' and a.redacted_at is null
  ) seal on l.assessments`;

const FITS = `($6::text is null or position(lower($6) in lower(f.name)) > 0)
  and ($7::text is null or coalesce(f.level, 'none') = $7)
  and ($8::text is null or f.gates > 0) and ($9::text is null or f.soon) and ($10::text is null or f.stale > 0)`;

/** Only organizations that open may be told of: the transaction is open for them. The others come with their names alone. */
export function portfolio(
  reached: readonly Reached[],
  wish: PortfolioWish,
  { offset, limit }: { offset: number; limit: number },
): QueryConfig {
  const may = (action: Action) => reached.map(({ role, refusal }) => refusal === null && roleMay(role, action));
  const { search, level, gates, due, evidence, sort, order } = wish;
  return {
    name: `portfolio-${sort}-${order}`,
    text: `with figures as materialized (${FIGURES}),
      fitting as materialized (
        select f.*, row_number() over (order by ${SORT_COLUMNS[sort]} ${order} nulls last, lower(f.name), f.id) as place
        from figures f where ${FITS}),
      soon as materialized (
        select f.id, f.name, f.due from figures f where f.soon)
      select
        (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'level', f.level, 'decision', f.decision, 'worstTool', f.tool,
            'tools', f.tools, 'openGates', f.gates, 'openTasks', f.tasks, 'nextDue', f.due, 'staleEvidence', f.stale, 'lastSealedOn', f.sealed)
            order by f.place), '[]')
          from fitting f where f.place > $11::int and f.place <= $11::int + $12::int) as practices,
        (select count(*)::int from fitting) as found,
        (select count(*)::int from figures) as "all",
        (select coalesce(jsonb_object_agg(g.level, g.practices), '{}') from (
          select coalesce(f.level, 'none') as level, count(*) as practices from figures f group by 1) g) as levels,
        (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'due', s.due) order by s.due ->> 'on', s.name), '[]')
          from (select * from soon order by soon.due ->> 'on', soon.name limit ${MOST_SOON}) s) as soon,
        (select count(*)::int from soon) as "soonCount"`,
    values: [
      ...[reached.map(({ id }) => id), reached.map(({ name }) => name)],
      ...[may('scores.read'), may('records.read'), may('assessments.read')],
      ...[search, level, gates, due, evidence, offset, limit],
    ],
  };
}
