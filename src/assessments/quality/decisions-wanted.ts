// The three decisions that nobody but the owner can make, in this order: what to stop, what is late, what gap to close or to answer for, what to find out. Pure.
import type { AssessmentDocument } from '../assessment.document';

export const MOST_DECISIONS = 3;

export function decisionsWanted({
  results,
  obligationRegister,
  safeguardsReview,
  topSteps,
}: Pick<AssessmentDocument, 'results' | 'obligationRegister' | 'safeguardsReview' | 'topSteps'>): string[] {
  const named = (code: string): string[] =>
    results.filter(({ decision }) => decision.code === code).map(({ service }) => service.name);
  const [stop, unknown] = [named('do_not_use'), named('not_enough_known')];
  const late = (obligationRegister?.occurrences ?? []).filter(({ state }) => state === 'overdue').length;
  const gaps = safeguardsReview?.counts.gaps ?? 0;
  const [step] = topSteps ?? [];
  return [
    ...(stop.length > 0 ? [`Stop client data in ${inWords(stop)}, or do what lifts the gates first.`] : []),
    ...(gaps > 0
      ? [
          `Decide who closes ${gaps === 1 ? 'the gap' : `the ${gaps} gaps`} under the Security Rule, and by when.`,
        ]
      : []),
    ...(unknown.length > 0 ? [`Find out what is not known of ${inWords(unknown)}, or do without.`] : []),
    ...(late > 0
      ? [
          `Decide who catches up on ${late === 1 ? 'the obligation that is' : `the ${late} obligations that are`} late.`,
        ]
      : []),
    ...(step ? [`Decide on the step that lowers most: ${step.title}.`] : []),
  ].slice(0, MOST_DECISIONS);
}

const MOST_NAMES = 3;

function inWords(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}
