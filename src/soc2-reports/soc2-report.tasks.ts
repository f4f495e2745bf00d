// What SOC 2 reports leave to do: the controls that they expect of the practice (CUECs) and that it does not do. A report that a newer one
// of the same vendor has taken the place of asks nothing any more.
import type { TaskSource } from '../records/task-source';

export const SOC2_TASK_KINDS = ['user_entity_control_undone'] as const;

const FROM = `from soc2_report r
    join soc2_report_service l on l.organization_id = r.organization_id and l.soc2_report_key = r.key
    cross join lateral jsonb_array_elements(r.user_entity_controls) as c (control)`;

const IS_UNDONE = `c.control ->> 'status' is distinct from 'done'
    and not (c.control ->> 'status' = 'not_applicable' and coalesce(c.control ->> 'notApplicableReason', '') <> '')
    and not exists (select from soc2_report n
      where n.organization_id = r.organization_id and n.vendor_key = r.vendor_key and n.period_end > r.period_end)`;

const UNDONE = `
  select 'soc2-report:' || r.id || ':' || (c.control ->> 'key') || ':' || l.service_key as id, 'user_entity_control_undone' as kind,
    l.service_key as service, r.id as record, null::text as question, c.control ->> 'text' as asked,
    coalesce(r.issued_on, r.period_end) as since
  ${FROM} where r.organization_id = $1 and ${IS_UNDONE}`;

const COUNTS = `select r.organization_id, count(*) as tasks ${FROM} where ${IS_UNDONE} group by r.organization_id`;

export const SOC2_TASKS: TaskSource = { select: UNDONE, counts: COUNTS };
