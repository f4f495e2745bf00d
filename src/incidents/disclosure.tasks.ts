// Tools that send client data to a business associate without an agreement in force, as long as no incident for it is on record: somebody has to look whether it is a
// breach (disclosure-to-judge.ts, whose rule the column `is_disclosure` of a score is in SQL).
import type { TaskSource } from '../records/task-source';
import { DISCLOSURE_KIND } from './disclosure-to-judge';

export const DISCLOSURE_TASK_KINDS = ['disclosure_not_judged'] as const;

const FROM = `
  from service_score x
    join service s on s.organization_id = x.organization_id and s.key = x.service_key
    cross join lateral (select case when bool_and(d.since is not null) then min(d.since) end as began from data_flow d
      where d.organization_id = x.organization_id and d.service_key = s.key and d.recipient_role = 'business_associate') f`;

const UNJUDGED = `x.is_disclosure
    and not exists (select from incident_service l join incident i on i.organization_id = l.organization_id and i.key = l.incident_key
      where l.organization_id = x.organization_id and l.service_key = s.key and i.kind = '${DISCLOSURE_KIND}'
        and (f.began is null or i.known_on >= f.began))`;

const SELECT = `
  select 'disclosure:' || s.id as id, 'disclosure_not_judged' as kind, s.key as service, s.id as record, null::text as question,
    s.name as asked, coalesce(f.began, s.created_at::date) as since ${FROM} where x.organization_id = $1 and ${UNJUDGED}`;

const COUNTS = `select x.organization_id, count(*) as tasks ${FROM} where ${UNJUDGED} group by x.organization_id`;

export const DISCLOSURE_TASKS: TaskSource = { select: SELECT, counts: COUNTS };
