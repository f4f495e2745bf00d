// Where a task of the practice's registers is done.
import type { TaskKind } from '../tasks/what-to-do';

const REGISTERS: Partial<Record<TaskKind, string>> = {
  incident_duty_open: '/incidents/',
  finding_unplanned: '/registers/findings/',
  corrective_action_open: '/registers/findings/',
  finding_unverified: '/registers/findings/',
};

/** @param at address of the practice; null for a task of something else */
export function registerPlaceOf(
  { kind, record }: { kind: TaskKind; record: string },
  at: string,
): string | null {
  if (kind === 'acceptance_ends') return `${at}/registers/risk-acceptances`;
  if (kind === 'decision_review_due' || kind === 'decision_condition_open')
    return `${at}/registers/practice-decisions`;
  if (kind === 'reassessment_due') return `${at}/assessments`;
  const register = REGISTERS[kind];
  return register ? `${at}${register}${record}` : null;
}
