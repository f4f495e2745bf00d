// What scoring leaves to find out: every fact that a stored score says is not known. What only the questionnaire asks is told by the tasks of
// the questionnaire, and by one task where none has been issued.
import type { TaskSource } from '../../records/task-source';

export const SCORE_TASK_KINDS = ['fact_unknown', 'questionnaire_missing'] as const;

const FROM = `
  from service_score x
    join service s on s.organization_id = x.organization_id and s.key = x.service_key`;

const UNKNOWN = `
  select 'fact:' || s.id || ':' || (u.fact ->> 'id') as id, 'fact_unknown' as kind, s.key as service, s.id as record,
    null::text as question, u.fact ->> 'task' as asked, s.created_at::date as since ${FROM}
    cross join lateral jsonb_array_elements(x.overview -> 'unknowns') as u (fact)
  where x.organization_id = $1`;

const NEVER_ASKED = `
  select 'questionnaire-missing:' || s.id as id, 'questionnaire_missing' as kind, s.key as service, s.id as record,
    null::text as question, null::text as asked, s.created_at::date as since ${FROM}
  where x.organization_id = $1 and x.unknown_answers > 0
    and not exists (select from questionnaire q
      where q.organization_id = x.organization_id and q.service_key = s.key and q.state in ('issued', 'submitted'))`;

const COUNTS = `
  select x.organization_id, sum(x.unknown_facts + case when x.unknown_answers > 0 and q.service_key is null then 1 else 0 end) as tasks
  from service_score x
    left join (select distinct organization_id, service_key from questionnaire where state in ('issued', 'submitted')) q
      on q.organization_id = x.organization_id and q.service_key = x.service_key
  group by x.organization_id`;

export const SCORE_TASKS: TaskSource = { select: `${UNKNOWN} union all ${NEVER_ASKED}`, counts: COUNTS };
