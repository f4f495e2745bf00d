// Where tasks come from. A feature that knows of something undone declares a source beside its records; src/tasks joins them in one statement.

/** What each row of a source must hold; the names are the columns of its select. */
export const TASK_COLUMNS = ['id', 'kind', 'service', 'record', 'question', 'asked', 'since'] as const;

export interface TaskSource {
  /**
   * A select of the columns of TASK_COLUMNS for the organization `$1`, with no other parameter:
   * `id` text, stable and unique over all sources (begin it with the source's noun); `kind` text, one of the kinds that src/tasks words;
   * `service` text, key of the service or null; `record` uuid of the record that the task is done in; `question` text or null, id of the
   * question; `asked` text or null, what was asked or is missing, in words; `since` date from which it has been undone.
   */
  select: string;
  /**
   * A select of `organization_id` and `tasks`: how many rows `select` gives for each organization that the transaction reads, without unpacking documents. The
   * list of many practices asks for it; a source without one is counted one organization after the other.
   */
  counts?: string;
}
