// What scoring leaves to find out: every fact that a stored score says is not known. What only the questionnaire asks is told by the tasks of
// the questionnaire, and by one task where none has been issued.
import type { TaskSource } from '../../records/task-source';

export const SCORE_TASK_KINDS = ['fact_unknown', 'questionnaire_missing'] as const;

/** Facts that are answers of the questionnaire, by the ids that the scoring model gives them. */
const IS_ANSWER = `u.fact ->> 'id' like 'answer-%'`;

const FROM = `
  from service_score x
    join service s on s.organization_id = x.organization_id and s.key = x.service_key
    cross join lateral jsonb_array_elements(x.result -> 'unknowns') as u (fact)
  where x.organization_id = $1`;

const UNKNOWN = `
  select 'fact:' || s.id || ':' || (u.fact ->> 'id') as id, 'fact_unknown' as kind, s.key as service, s.id as record,
    null::text as question, u.fact ->> 'task' as asked, s.created_at::date as since ${FROM} and not ${IS_ANSWER}`;

const NEVER_ASKED = `
  select distinct 'questionnaire-missing:' || s.id as id, 'questionnaire_missing' as kind, s.key as service, s.id as record,
    null::text as question, null::text as asked, s.created_at::date as since ${FROM} and ${IS_ANSWER}
    and not exists (select from questionnaire q
      where q.organization_id = x.organization_id and q.service_key = s.key and q.state in ('issued', 'submitted'))`;

const COUNT = `
  (select coalesce(sum(x.unknown_facts + case when x.unknown_answers > 0 and not exists (select from questionnaire q
      where q.organization_id = x.organization_id and q.service_key = x.service_key and q.state in ('issued', 'submitted')) then 1 else 0 end), 0)
    from service_score x where x.organization_id = $1)`;

export const SCORE_TASKS: TaskSource = { select: `${UNKNOWN} union all ${NEVER_ASKED}`, count: COUNT };
