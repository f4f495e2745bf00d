// What questionnaires leave to do: a questionnaire that waits for its answers, and in those that count every question that is open, unknown or
// disputed.
import type { TaskSource } from '../../records/task-source';

export const QUESTIONNAIRE_TASK_KINDS = [
  'questionnaire_open',
  'question_open',
  'answer_unknown',
  'answer_disputed',
] as const;

const WAITING = `
  select 'questionnaire:' || q.id as id, 'questionnaire_open' as kind, q.service_key as service, q.id as record,
    null::text as question, null::text as asked, coalesce(q.issued_on, q.created_at::date) as since
  from questionnaire q where q.organization_id = $1 and q.state = 'issued'`;

const UNSETTLED = `
  select 'questionnaire:' || q.id || ':' || (x.asked ->> 'id') as id,
    case when a.question is null or a.carried_from is not null then 'question_open'
      when a.review ->> 'verdict' = 'disputed' then 'answer_disputed' else 'answer_unknown' end as kind,
    q.service_key as service, q.id as record, x.asked ->> 'id' as question, x.asked ->> 'question' as asked,
    coalesce((a.review ->> 'on')::date, case when a.carried_from is null then a.answered_on end, q.submitted_on, q.created_at::date) as since
  from questionnaire q
    cross join lateral jsonb_array_elements(q.questions) as x (asked)
    left join questionnaire_answer a on a.organization_id = q.organization_id and a.questionnaire_id = q.id
      and a.question = x.asked ->> 'id'
  where q.organization_id = $1 and q.state = 'submitted'
    and (a.question is null or a.carried_from is not null or a.value = '"unknown"' or a.review ->> 'verdict' = 'disputed')`;

/** Of a questionnaire that was submitted, all that it asks but what is settled: answers stand to its own questions alone. */
const COUNTS = `
  select q.organization_id, sum(case q.state when 'issued' then 1 else q.questions_asked - coalesce(a.settled, 0) end) as tasks
  from questionnaire q left join (
    select organization_id, questionnaire_id, count(*) as settled from questionnaire_answer
    where carried_from is null and value <> '"unknown"' and review ->> 'verdict' is distinct from 'disputed'
    group by organization_id, questionnaire_id
  ) a on a.organization_id = q.organization_id and a.questionnaire_id = q.id
  where q.state in ('issued', 'submitted') group by q.organization_id`;

export const QUESTIONNAIRE_TASKS: TaskSource = {
  select: `${WAITING} union all ${UNSETTLED}`,
  counts: COUNTS,
};
