// What findings leave the practice to do: plan something, do it, have somebody look whether it works, and assess again once something was done.
import type { TaskSource } from '../records/task-source';

export const FINDING_TASK_KINDS = [
  'finding_unplanned',
  'corrective_action_open',
  'finding_unverified',
  'reassessment_due',
] as const;

/** Today where the practice is. */
const TODAY = '(now() at time zone o.time_zone)::date';

/** Findings that no acceptance, nor one that renews it, settles by its dates, with their actions and last look back. Whether the facts beneath an acceptance moved is for the register to tell. */
const FINDINGS = `
  select r.organization_id, r.id, r.title, r.service_key as service, r.found_on, coalesce(r.actions, '[]') as actions,
    coalesce(r.reviews, '[]') -> -1 as last, ${TODAY} as today
  from finding r join organization o on o.organization_id = r.organization_id
  where r.organization_id = $1 and not exists (
    with recursive chain as (
      select a.key, a.ended, a.until from risk_acceptance a where a.organization_id = $1 and a.key = r.acceptance_key
      union
      select a.key, a.ended, a.until from chain c join risk_acceptance a on a.organization_id = $1 and a.renews_key = c.key
        where c.ended is null and a.accepted_on <= ${TODAY}
    )
    select from chain c where c.ended is null and c.until >= ${TODAY}
      and not exists (select from risk_acceptance a where a.organization_id = $1 and a.renews_key = c.key and a.accepted_on <= ${TODAY}))`;

const UNDONE = `exists (select from jsonb_array_elements(f.actions) a where a ->> 'doneOn' is null)`;
/** Actions that count: all, or after a reopening those that came later. */
const NONE_COUNTS = `jsonb_array_length(f.actions) <= case when f.last ->> 'outcome' = 'reopened' then (f.last ->> 'actionsSeen')::int else 0 end`;
const VERIFIED = `(f.last ->> 'outcome' = 'works' and (f.last ->> 'actionsSeen')::int >= jsonb_array_length(f.actions))`;

const row = (kind: string, place: string, asked: string, since: string) =>
  `select 'finding:' || f.id || ':' || ${place} as id, '${kind}' as kind, f.service, f.id as record, null::text as question,
    ${asked} as asked, ${since} as since`;

const UNPLANNED = `${row('finding_unplanned', "'plan'", "'“' || f.title || '”'", 'f.found_on')}
  from (${FINDINGS}) f where ${NONE_COUNTS} and not ${UNDONE}`;

const OPEN = `${row(
  'corrective_action_open',
  "(a ->> 'key')",
  "(a ->> 'action') || ' (' || (a -> 'owner' ->> 'name') || ', by ' || to_char((a ->> 'dueOn')::date, 'FMMonth FMDD, YYYY') || ')'",
  'f.found_on',
)}
  from (${FINDINGS}) f cross join lateral jsonb_array_elements(f.actions) a where a ->> 'doneOn' is null`;

const LAST_DONE = `(select max((a ->> 'doneOn')::date) from jsonb_array_elements(f.actions) a)`;

const UNVERIFIED = `${row('finding_unverified', "'verify'", "'“' || f.title || '”'", LAST_DONE)}
  from (${FINDINGS}) f where not ${NONE_COUNTS} and not ${UNDONE} and ${VERIFIED} is not true`;

/** Something was done, and no assessment has looked at the practice since. */
const REASSESS = `${row('reassessment_due', "'assess'", "'“' || f.title || '”'", LAST_DONE)}
  from (${FINDINGS}) f where ${LAST_DONE} is not null
    and not exists (select from assessment s where s.organization_id = f.organization_id and s.as_of >= ${LAST_DONE})`;

export const FINDING_TASKS: TaskSource = {
  select: [UNPLANNED, OPEN, UNVERIFIED, REASSESS].join(' union all '),
};
