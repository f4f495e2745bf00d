import type { ClausePlaces } from '../agreement-clauses/agreement-to-read';
import type { ScoringModel } from '../assessments/scoring/scoring-model';
import { reportDisclosureAt } from '../incidents/disclosure-to-judge';
import type { TaskRow } from '../tasks/tasks.query';
import { OVERSIGHT_TASK_PLACES } from '../oversight/oversight.tasks';
import type { TaskKind } from '../tasks/what-to-do';
import { placeOfClauseTask } from './clause-tasks';

/** Where tasks of a kind are done, after the address of the practice. */
const PLACES: Partial<Record<TaskKind, (record: string, task: TaskRow) => string>> = {
  incident_duty_open: (record) => `/incidents/${record}`,
  disclosure_not_judged: (_, { service, asked }) =>
    reportDisclosureAt('', { key: service ?? '', name: asked ?? '' }),
  policy_review_due: (record) => `/policies/${record}`,
  asset_open: () => '/registers/assets',
  finding_unplanned: (record) => `/registers/findings/${record}`,
  corrective_action_open: (record) => `/registers/findings/${record}`,
  finding_unverified: (record) => `/registers/findings/${record}`,
  acceptance_ends: () => '/registers/risk-acceptances',
  decision_review_due: () => '/registers/practice-decisions',
  decision_condition_open: () => '/registers/practice-decisions',
  reassessment_due: () => '/assessments',
  ...Object.fromEntries(
    Object.entries(OVERSIGHT_TASK_PLACES).map(([kind, register]) => [
      kind,
      (record: string) => `/registers/${register}/${record}`,
    ]),
  ),
};

/**
 * Where a task is done, where that is a page of its own; null elsewhere.
 * @param at address of the practice
 * @param clausesOf where the agreement of a tool is read; null where none names it
 */
export function placeOfTask(
  at: string,
  facts: ScoringModel['facts'],
  clausesOf: (service: string) => ClausePlaces | null,
): (task: TaskRow) => string | null {
  return (task) => {
    const place = PLACES[task.kind]?.(task.record, task);
    return place === undefined ? placeOfClauseTask(task, facts, clausesOf) : `${at}${place}`;
  };
}
