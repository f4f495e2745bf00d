import type { ClausePlaces } from '../agreement-clauses/agreement-to-read';
import type { ScoringModel } from '../assessments/scoring/scoring-model';
import type { TaskRow } from '../tasks/tasks.query';
import { placeOfClauseTask } from './clause-tasks';

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
  return (task) =>
    task.kind === 'incident_duty_open'
      ? `${at}/incidents/${task.record}`
      : placeOfClauseTask(task, facts, clausesOf);
}
