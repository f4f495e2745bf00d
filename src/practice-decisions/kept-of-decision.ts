// A decision that was made stays as it was made; who changes their mind decides anew. What goes on is how its conditions are met.
import type { Fault } from '../common/problems/domain.error';
import { isSameValue } from '../records/changed-fields';
import type { DecisionConditionFields, PracticeDecisionFields } from './practice-decision.fields';

type Conditions = Pick<PracticeDecisionFields, 'conditions'>;

export function keptOfDecision(before: Conditions, after: Record<string, unknown>): Fault[] {
  return Object.keys(after).flatMap((field): Fault[] => {
    if (field !== 'conditions') return [kept(`/${field}`)];
    return conditionsLost(before.conditions ?? [], (after.conditions ?? []) as DecisionConditionFields[]);
  });
}

/** Of a condition only the day on which it was met may be added. */
function conditionsLost(
  before: readonly DecisionConditionFields[],
  after: readonly DecisionConditionFields[],
): Fault[] {
  if (after.length !== before.length) return [kept('/conditions')];
  return before.flatMap((condition, place): Fault[] => {
    const now = after[place];
    const pointer = `/conditions/${place}`;
    if (condition.metOn != null && now?.metOn !== condition.metOn)
      return [
        {
          pointer: `${pointer}/metOn`,
          code: 'completed-twice',
          detail: `was met already, on ${condition.metOn}`,
        },
      ];
    return isSameValue({ ...condition, metOn: null }, { ...now, metOn: null }) ? [] : [kept(pointer)];
  });
}

function kept(pointer: string): Fault {
  return { pointer, code: 'history-kept', detail: 'stays as it was decided; decide anew' };
}
