// Every source of tasks, named one by one. To add one: declare a TaskSource in its feature, name it here, word its kinds in what-to-do.ts.
import { QUESTIONNAIRE_TASKS } from '../questionnaires/records/questionnaire.tasks';
import type { TaskSource } from '../records/task-source';

export const TASK_SOURCES: readonly TaskSource[] = [QUESTIONNAIRE_TASKS];
