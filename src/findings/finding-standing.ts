// How a finding stands on a day: pure, from what was done and looked back at. What lies after the day is not there yet.
import type { CalendarDate } from '../common/calendar-date';
import type { CorrectiveActionFields, FindingFields } from './finding.fields';
import type { FindingState } from './finding-words';

export interface FindingStanding {
  state: FindingState;
  /** actions that are not done */
  open: CorrectiveActionFields[];
  /** those of them whose day is past */
  overdue: CorrectiveActionFields[];
  /** the earliest day on which an open action is due */
  nextDueOn: CalendarDate | null;
  /** the latest day on which an action was done */
  lastDoneOn: CalendarDate | null;
}

/** @param isAccepted the acceptance that the finding names, or one that renews it, holds on the day (src/risk-acceptances) */
export function findingStanding(
  finding: Pick<FindingFields, 'actions' | 'reviews'>,
  today: CalendarDate,
  isAccepted: boolean,
): FindingStanding {
  const actions = finding.actions ?? [];
  const open = actions.filter((action) => !isDone(action, today));
  const done = actions.flatMap((action) => (isDone(action, today) ? [action.doneOn as string] : []));
  return {
    state: isAccepted ? 'accepted' : stateOf(finding, today),
    open,
    overdue: open.filter(({ dueOn }) => dueOn < today),
    nextDueOn: open.map(({ dueOn }) => dueOn).sort()[0] ?? null,
    lastDoneOn: done.sort().at(-1) ?? null,
  };
}

export function isDone({ doneOn }: Pick<CorrectiveActionFields, 'doneOn'>, today: CalendarDate): boolean {
  return doneOn != null && doneOn <= today;
}

/** Settled: nobody has to do anything about it. */
export function isSettled({ state }: Pick<FindingStanding, 'state'>): boolean {
  return state === 'verified' || state === 'accepted';
}

function stateOf(
  { actions, reviews }: Pick<FindingFields, 'actions' | 'reviews'>,
  today: CalendarDate,
): FindingState {
  const all = actions ?? [];
  const last = (reviews ?? []).filter(({ on }) => on <= today).at(-1);
  const isReopened = last?.outcome === 'reopened';
  // Once it was reopened, what had been done by then did not help: what comes later counts, and what was still open.
  const counting = isReopened
    ? all.filter((action, place) => place >= last.actionsSeen || !isDone(action, last.on))
    : all;
  const isAllDone = counting.length > 0 && all.every((action) => isDone(action, today));
  if (isAllDone && last?.outcome === 'works' && last.actionsSeen >= all.length) return 'verified';
  if (isAllDone) return 'done';
  const isBegun = counting.some(
    (action) => isDone(action, today) || (action.startedOn != null && action.startedOn <= today),
  );
  return isBegun ? 'in_work' : 'open';
}
