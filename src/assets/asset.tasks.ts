// What the inventory leaves to do: one task an asset, however much is open about it. What is open is kept beside each asset as the records change (src/asset-pages);
// what opens on a day, such as the end of support, is kept with that day.
import type { TaskSource } from '../records/task-source';

export const ASSET_TASK_KINDS = ['asset_open'] as const;

const IS_OPEN = `exists (select from jsonb_array_elements(r.undone) as u (open)
  where u.open ->> 'since' is null or (u.open ->> 'since')::date <= (now() at time zone o.time_zone)::date)`;

const OPEN = `
  select 'asset:' || r.id as id, 'asset_open' as kind, null::text as service, r.id as record, null::text as question, r.name as asked,
    coalesce(r.reviewed_on, r.created_at::date) as since
  from asset r join organization o on o.organization_id = r.organization_id where r.organization_id = $1 and ${IS_OPEN}`;

const COUNTS = `select r.organization_id, count(*) as tasks from asset r join organization o on o.organization_id = r.organization_id where ${IS_OPEN} group by r.organization_id`;

export const ASSET_TASKS: TaskSource = { select: OPEN, counts: COUNTS };
