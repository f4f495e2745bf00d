import type { QueryConfig } from 'pg';
import { TASK_COLUMNS } from '../records/task-source';
import { TASK_SOURCES } from './task-sources';
import type { TaskKind } from './what-to-do';

export interface TaskRow {
  id: string;
  kind: TaskKind;
  service: string | null;
  record: string;
  question: string | null;
  asked: string | null;
  since: string;
}

/** After which task a page begins: tasks come oldest first, those of one day by id. */
export interface TaskPlace {
  since: string;
  id: string;
}

const TASKS = TASK_SOURCES.map(({ select }) => select).join(' union all ');

const COUNTED = TASK_SOURCES.flatMap(({ counts }) => counts ?? []);
const UNCOUNTED = TASK_SOURCES.filter(({ counts }) => counts === undefined);

/** A select of `organization_id` and `tasks`: how many each organization has that the transaction reads; none for those without. */
export const TASK_COUNTS = `select organization_id, sum(tasks)::int as tasks from (${[
  ...COUNTED,
  ...UNCOUNTED.map(
    // an alias of its own: within a source, `o` is what the source calls so
    ({ select }) => `select counted.organization_id, count(*) as tasks
      from organization counted cross join lateral (${select.replaceAll('$1', 'counted.organization_id')}) t group by counted.organization_id`,
  ),
].join(' union all ')}) c group by organization_id`;

/** All that is undone in the organization, from every source, oldest first; one more row than asked for. */
export function taskPage(
  organizationId: string,
  page: { after: TaskPlace | null; limit: number; service: string | null; kind: TaskKind | null },
): QueryConfig {
  return {
    name: 'task-page',
    text: `select ${TASK_COLUMNS.map((column) => `t.${column}`).join(', ')} from (${TASKS}) t
      where ($2::date is null or (t.since, t.id collate "C") > ($2, $3)) and ($4::text is null or t.service = $4)
        and ($6::text is null or t.kind = $6)
      order by t.since, t.id collate "C" limit $5`,
    values: [
      organizationId,
      page.after?.since ?? null,
      page.after?.id ?? '',
      page.service,
      page.limit + 1,
      page.kind,
    ],
  };
}
