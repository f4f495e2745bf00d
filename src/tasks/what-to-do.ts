// What a task asks somebody to do, in a sentence.
import { SCORE_TASK_KINDS } from '../assessments/scores/unknown-facts.tasks';
import { INCIDENT_TASK_KINDS } from '../incidents/incident.tasks';
import { OVERSIGHT_TASK_KINDS } from '../oversight/oversight.tasks';
import { QUESTIONNAIRE_TASK_KINDS } from '../questionnaires/records/questionnaire.tasks';
import { SOC2_TASK_KINDS } from '../soc2-reports/soc2-report.tasks';

export const TASK_KINDS = [
  ...INCIDENT_TASK_KINDS,
  ...OVERSIGHT_TASK_KINDS,
  ...QUESTIONNAIRE_TASK_KINDS,
  ...SOC2_TASK_KINDS,
  ...SCORE_TASK_KINDS,
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

const WORDS: Record<TaskKind, (asked: string) => string> = {
  incident_duty_open: (asked) => `${asked}.`,
  dispute_open: (asked) =>
    `Have a person decide what was questioned as ${asked}, and tell whoever questioned it.`,
  log_anomaly_open: () => 'Clear up what was odd in the log, and say what followed.',
  vendor_step_open: (asked) => `See to what was agreed with the vendor: ${asked}.`,
  exit_never_tried: () => 'Try an export once, and see that it can be read somewhere else.',
  questionnaire_open: () =>
    'Answer the questionnaire and submit it: until then its answers count for nothing.',
  question_open: (asked) =>
    `Find out: ${asked} It was left open when the questionnaire was submitted and counts as unknown; issue a newer questionnaire to answer it.`,
  answer_unknown: (asked) =>
    `Find out: ${asked} The answer was "unknown"; issue a newer questionnaire once you know it.`,
  answer_disputed: (asked) =>
    `Settle: ${asked} The reviewer disputes the answer, so that it counts as unknown; issue a newer questionnaire with the answer that holds.`,
  user_entity_control_undone: (asked) =>
    `The SOC 2 report holds only if the practice does this; do it and record since when: ${asked}`,
  // the catalog words what there is to find out
  fact_unknown: (asked) => asked,
  questionnaire_missing: () =>
    'Issue the due-diligence questionnaire of the service: what only it asks is not known.',
};

/** @param asked the question or what is missing, in words; null where the kind says it all */
export function whatToDo(kind: TaskKind, asked: string | null): string {
  return WORDS[kind](asked ?? '');
}
