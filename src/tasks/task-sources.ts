// Every source of tasks, named one by one. To add one: declare a TaskSource in its feature, name it here, word its kinds in what-to-do.ts.
import { SCORE_TASKS } from '../assessments/scores/unknown-facts.tasks';
import { ASSET_TASKS } from '../assets/asset.tasks';
import { FINDING_TASKS } from '../findings/finding.tasks';
import { PRACTICE_DECISION_TASKS } from '../practice-decisions/practice-decision.tasks';
import { RISK_ACCEPTANCE_TASKS } from '../risk-acceptances/risk-acceptance.tasks';
import { DISCLOSURE_TASKS } from '../incidents/disclosure.tasks';
import { INCIDENT_TASKS } from '../incidents/incident.tasks';
import { POLICY_TASKS } from '../policies/policy.tasks';
import { OVERSIGHT_TASKS } from '../oversight/oversight.tasks';
import { QUESTIONNAIRE_TASKS } from '../questionnaires/records/questionnaire.tasks';
import { SOC2_TASKS } from '../soc2-reports/soc2-report.tasks';
import type { TaskSource } from '../records/task-source';

export const TASK_SOURCES: readonly TaskSource[] = [
  INCIDENT_TASKS,
  DISCLOSURE_TASKS,
  FINDING_TASKS,
  RISK_ACCEPTANCE_TASKS,
  PRACTICE_DECISION_TASKS,
  OVERSIGHT_TASKS,
  QUESTIONNAIRE_TASKS,
  SOC2_TASKS,
  SCORE_TASKS,
  POLICY_TASKS,
  ASSET_TASKS,
];
