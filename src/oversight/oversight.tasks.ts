// What the registers of living with AI leave to do: disputes to decide, odd things in a log to clear up, what was agreed with a vendor, exports never tried.
import type { TaskSource } from '../records/task-source';

export const OVERSIGHT_TASK_KINDS = [
  'dispute_open',
  'log_anomaly_open',
  'vendor_step_open',
  'exit_never_tried',
] as const;

/** Register in which each is done. */
export const OVERSIGHT_TASK_PLACES = {
  dispute_open: 'disputed-decisions',
  log_anomaly_open: 'log-reviews',
  vendor_step_open: 'vendor-reviews',
  exit_never_tried: 'exit-plans',
} as const satisfies Record<(typeof OVERSIGHT_TASK_KINDS)[number], string>;

export function isOversightTask(kind: string): kind is keyof typeof OVERSIGHT_TASK_PLACES {
  return kind in OVERSIGHT_TASK_PLACES;
}

const task = (kind: string, id: string, service: string, asked: string, since: string) =>
  `select ${id} as id, '${kind}' as kind, ${service} as service, r.id as record, null::text as question, ${asked} as asked, ${since} as since`;

const DISPUTES = `from disputed_decision r where (r.decided_on is null or (r.appeal_on is not null and r.appeal_decided_on is null))`;
const ANOMALIES = `from log_review r where jsonb_path_exists(r.anomalies, '$[*] ? (@.open > 0)')`;
const STEPS = `from vendor_review r cross join lateral jsonb_array_elements(r.agreed) with ordinality as a (step, place)
  where jsonb_typeof(r.agreed) = 'array' and a.step ->> 'doneOn' is null`;
const NEVER_TRIED = `from exit_plan r where jsonb_array_length(coalesce(r.trials, '[]')) = 0 and r.certificate_on is null`;

/** About the one service that a review was about; else about the practice. */
const REVIEWED = 'case when cardinality(r.services) = 1 then r.services[1] end';

const SELECTS = [
  `${task('dispute_open', `'dispute:' || r.id`, 'r.service_key', 'r.reference', 'coalesce(r.appeal_on, r.received_on)')} ${DISPUTES}`,
  `${task('log_anomaly_open', `'log-review:' || r.id`, 'r.service_key', 'null::text', 'r.done_on')} ${ANOMALIES}`,
  `${task('vendor_step_open', `'vendor-review:' || r.id || ':' || a.place`, REVIEWED, `(a.step ->> 'owner') || ', until ' || (a.step ->> 'dueOn') || ': ' || (a.step ->> 'what')`, 'r.done_on')} ${STEPS}`,
  `${task('exit_never_tried', `'exit-plan:' || r.id`, 'r.service_key', 'null::text', 'r.created_at::date')} ${NEVER_TRIED}`,
];

const COUNTED = [DISPUTES, ANOMALIES, STEPS, NEVER_TRIED];

export const OVERSIGHT_TASKS: TaskSource = {
  select: SELECTS.map((select) => `${select} and r.organization_id = $1`).join(' union all '),
  counts: `select t.organization_id, count(*) as tasks from (${COUNTED.map((from) => `select r.organization_id ${from}`).join(' union all ')}) t
    group by t.organization_id`,
};
