// Decisions of the practice that are to be looked at again, and conditions that are not met yet. A decision that a later one has replaced leaves nothing to do.
import { strictnessOf } from './decision-rules';
import type { TaskSource } from '../records/task-source';

export const PRACTICE_DECISION_TASK_KINDS = ['decision_review_due', 'decision_condition_open'] as const;

const TODAY = '(now() at time zone o.time_zone)::date';

const STANDING = `
  from practice_decision r join organization o on o.organization_id = r.organization_id
    left join service s on s.organization_id = r.organization_id and s.key = r.service_key`;
const IS_LATEST = `not exists (select from practice_decision n where n.organization_id = r.organization_id
  and n.service_key is not distinct from r.service_key and (n.decided_on, -${strictnessOf('n.outcome')}, n.key collate "C") > (r.decided_on, -${strictnessOf('r.outcome')}, r.key collate "C"))`;

const REVIEW = `
  select 'practice-decision:' || r.id as id, 'decision_review_due' as kind, r.service_key as service, r.id as record, null::text as question,
    coalesce(s.name, 'AI at all') as asked, r.review_on as since
  ${STANDING} where r.organization_id = $1 and ${IS_LATEST} and r.review_on <= ${TODAY}`;

const CONDITIONS = `
  select 'practice-decision:' || r.id || ':' || c.place as id, 'decision_condition_open' as kind, r.service_key as service, r.id as record,
    null::text as question, c.held ->> 'condition' as asked, r.decided_on as since
  ${STANDING} cross join lateral jsonb_array_elements(coalesce(r.conditions, '[]')) with ordinality c (held, place)
  where r.organization_id = $1 and ${IS_LATEST} and r.outcome in ('use', 'use_with_conditions') and c.held ->> 'metOn' is null`;

export const PRACTICE_DECISION_TASKS: TaskSource = { select: `${REVIEW} union all ${CONDITIONS}` };
