// Policies that are to be read again: the day has come, and nobody has adopted a new version or said that it still fits.
import type { TaskSource } from '../records/task-source';

export const POLICY_TASK_KINDS = ['policy_review_due'] as const;

/** The rule is that of policyStanding (policy-standing.ts); both clamp to the last day of a month. */
const DUE = `
  select r.organization_id, r.id, r.title,
    (greatest(max(v.adopted_on), (r.last_review ->> 'reviewedOn')::date) + make_interval(months => r.review_months))::date as due_on
  from policy r join policy_version v on v.organization_id = r.organization_id and v.policy_key = r.key
  where r.retirement is null
  group by r.organization_id, r.id, r.title, r.last_review, r.review_months`;

const TODAY = '(now() at time zone o.time_zone)::date';

const OPEN = `
  select 'policy:' || d.id as id, 'policy_review_due' as kind, null::text as service, d.id as record, null::text as question,
    d.title as asked, d.due_on as since
  from (${DUE}) d join organization o on o.organization_id = d.organization_id
  where d.organization_id = $1 and d.due_on <= ${TODAY}`;

const COUNTS = `
  select d.organization_id, count(*) as tasks from (${DUE}) d join organization o on o.organization_id = d.organization_id
  where d.due_on <= ${TODAY} group by d.organization_id`;

export const POLICY_TASKS: TaskSource = { select: OPEN, counts: COUNTS };
