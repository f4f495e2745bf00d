// Acceptances that end soon, or have ended with nobody looking again.
import type { TaskSource } from '../records/task-source';

export const RISK_ACCEPTANCE_TASK_KINDS = ['acceptance_ends'] as const;

const TODAY = '(now() at time zone o.time_zone)::date';
/** A house suggestion: a month is time to look again. */
const DAYS_AHEAD = 30;

const ENDS = `
  select 'risk-acceptance:' || r.id as id, 'acceptance_ends' as kind, r.service_key as service, r.id as record, null::text as question,
    r.threat || ', until ' || to_char(r.until, 'FMMonth FMDD, YYYY') as asked, r.accepted_on as since
  from risk_acceptance r join organization o on o.organization_id = r.organization_id
  where r.organization_id = $1 and r.ended is null and r.until <= ${TODAY} + ${DAYS_AHEAD}
    and not exists (select from risk_acceptance n where n.organization_id = r.organization_id and n.threat = r.threat
      and n.service_key is not distinct from r.service_key and (n.accepted_on, n.key) > (r.accepted_on, r.key))`;

export const RISK_ACCEPTANCE_TASKS: TaskSource = { select: ENDS };
