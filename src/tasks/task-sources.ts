// Every source of tasks, named one by one. To add one: declare a TaskSource in its feature, name it here, word its kinds in what-to-do.ts.
import { SCORE_TASKS } from '../assessments/scores/unknown-facts.tasks';
import { INCIDENT_TASKS } from '../incidents/incident.tasks';
import { OVERSIGHT_TASKS } from '../oversight/oversight.tasks';
import { QUESTIONNAIRE_TASKS } from '../questionnaires/records/questionnaire.tasks';
import { SOC2_TASKS } from '../soc2-reports/soc2-report.tasks';
import type { TaskSource } from '../records/task-source';

export const TASK_SOURCES: readonly TaskSource[] = [
  INCIDENT_TASKS,
  OVERSIGHT_TASKS,
  QUESTIONNAIRE_TASKS,
  SOC2_TASKS,
  SCORE_TASKS,
];
