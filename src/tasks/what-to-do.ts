// What a task asks somebody to do, in a sentence.
import { SCORE_TASK_KINDS } from '../assessments/scores/unknown-facts.tasks';
import { ASSET_TASK_KINDS } from '../assets/asset.tasks';
import { FINDING_TASK_KINDS } from '../findings/finding.tasks';
import { PRACTICE_DECISION_TASK_KINDS } from '../practice-decisions/practice-decision.tasks';
import { RISK_ACCEPTANCE_TASK_KINDS } from '../risk-acceptances/risk-acceptance.tasks';
import { DISCLOSURE_TASK_KINDS } from '../incidents/disclosure.tasks';
import { INCIDENT_TASK_KINDS } from '../incidents/incident.tasks';
import { asSentence } from '../common/as-sentence';
import { POLICY_TASK_KINDS } from '../policies/policy.tasks';
import { OVERSIGHT_TASK_KINDS } from '../oversight/oversight.tasks';
import { QUESTIONNAIRE_TASK_KINDS } from '../questionnaires/records/questionnaire.tasks';
import { SOC2_TASK_KINDS } from '../soc2-reports/soc2-report.tasks';

export const TASK_KINDS = [
  ...INCIDENT_TASK_KINDS,
  ...DISCLOSURE_TASK_KINDS,
  ...FINDING_TASK_KINDS,
  ...RISK_ACCEPTANCE_TASK_KINDS,
  ...PRACTICE_DECISION_TASK_KINDS,
  ...OVERSIGHT_TASK_KINDS,
  ...QUESTIONNAIRE_TASK_KINDS,
  ...SOC2_TASK_KINDS,
  ...SCORE_TASK_KINDS,
  ...POLICY_TASK_KINDS,
  ...ASSET_TASK_KINDS,
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

const WORDS: Record<TaskKind, (asked: string) => string> = {
  policy_review_due: (asked) =>
    `Read the policy “${asked}” again: adopt a new version, or say that it still fits.`,
  incident_duty_open: (asked) => asSentence(asked),
  disclosure_not_judged: (asked) =>
    `Look at this as an incident: client data goes to ${asked} without an agreement in force. It counts as a breach until you show otherwise (45 CFR 164.402).`,
  finding_unplanned: (asked) => `Say what is done about the finding ${asked}, by whom and by when.`,
  corrective_action_open: (asked) => `Do what was planned: ${asSentence(asked)}`,
  finding_unverified: (asked) =>
    `Have somebody who owns none of the actions look whether the finding ${asked} is gone.`,
  reassessment_due: (asked) =>
    `Bring the records up to date and draw up an assessment: something was done about ${asked}, and none has looked since.`,
  acceptance_ends: (asked) =>
    `Look again at an accepted risk, then renew the acceptance or lower the risk: ${asSentence(asked)}`,
  decision_review_due: (asked) => `Look again at what you decided about ${asked}, and decide anew.`,
  decision_condition_open: (asked) => `Meet a condition of your own decision: ${asSentence(asked)}`,
  dispute_open: (asked) =>
    `Have a person decide what was questioned as ${asked}, and tell whoever questioned it.`,
  log_anomaly_open: () => 'Clear up what was odd in the log, and say what followed.',
  vendor_step_open: (asked) => `See to what was agreed with the vendor: ${asSentence(asked)}`,
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
    `The SOC 2 report holds only if the practice does this; do it and record since when: ${asSentence(asked)}`,
  // the catalog words what there is to find out
  fact_unknown: (asked) => asked,
  asset_open: (asked) =>
    `Look at “${asked}” in the list of assets: something about it is not known, or not as it should be.`,
  questionnaire_missing: () =>
    'Issue the due-diligence questionnaire of the tool: what only it asks is not known.',
};

/** @param asked the question or what is missing, in words; null where the kind says it all */
export function whatToDo(kind: TaskKind, asked: string | null): string {
  return WORDS[kind](asked ?? '');
}
