// What incidents leave the practice to do. The duties are kept beside each incident as its facts change (src/incident-register).
import type { TaskSource } from '../records/task-source';

export const INCIDENT_TASK_KINDS = ['incident_duty_open'] as const;

/** About one service where the incident concerns one; else about the practice. */
const SERVICE = `(select case when count(*) = 1 then min(l.service_key) end from incident_service l
  where l.organization_id = r.organization_id and l.incident_key = r.key)`;

const OPEN = `
  select 'incident:' || r.id || ':' || (d.duty ->> 'id') as id, 'incident_duty_open' as kind, ${SERVICE} as service, r.id as record,
    null::text as question, (d.duty ->> 'words') || ': “' || r.title || '”' as asked, (d.duty ->> 'since')::date as since
  from incident r cross join lateral jsonb_array_elements(r.duties) as d (duty) where r.organization_id = $1`;

const COUNTS = `select r.organization_id, sum(jsonb_array_length(r.duties)) as tasks from incident r group by r.organization_id`;

export const INCIDENT_TASKS: TaskSource = { select: OPEN, counts: COUNTS };
