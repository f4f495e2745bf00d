// What stays of a finding whatever is changed later: each look back, and each action that was done. Pure, for changes and for imports.
import type { Fault } from '../common/problems/domain.error';
import { isSameValue } from '../records/changed-fields';
import type { FindingFields, FindingReviewFields } from './finding.fields';

type History = Pick<FindingFields, 'actions' | 'reviews'>;

/** Where a change would take away or write over what was done or seen. @param after the fields that the change sets; absent ones stay */
export function historyFaults(before: History, after: Partial<History>): Fault[] {
  return [
    ...('reviews' in after ? lostReviews(before.reviews ?? [], after.reviews ?? []) : []),
    ...('actions' in after ? lostActions(before, after) : []),
  ];
}

function lostReviews(before: readonly FindingReviewFields[], after: readonly FindingReviewFields[]): Fault[] {
  return before.flatMap((review, place) =>
    isSameValue(review, after[place])
      ? []
      : [
          {
            pointer: `/reviews/${place}`,
            code: 'history-kept' as const,
            detail: 'stays as it was said; add a new look back after it',
          },
        ],
  );
}

/** The order is kept too: a look back counts the actions that it saw. */
function lostActions(before: History, { actions }: Partial<History>): Fault[] {
  const seen = Math.max(0, ...(before.reviews ?? []).map(({ actionsSeen }) => actionsSeen));
  return (before.actions ?? []).flatMap((action, place): Fault[] => {
    const now = (actions ?? [])[place];
    const pointer = `/actions/${place}`;
    if (action.doneOn != null) {
      if (now?.key !== action.key)
        return [{ pointer, code: 'history-kept', detail: 'is done and stays on record, in its place' }];
      if (now.doneOn !== action.doneOn)
        return [
          {
            pointer: `${pointer}/doneOn`,
            code: 'completed-twice',
            detail: `is done already, on ${action.doneOn}; reopen the finding and add a new action`,
          },
        ];
      if (!isSameValue(withoutNulls(action), withoutNulls(now)))
        return [
          { pointer, code: 'history-kept', detail: 'is done and stays as it was said; add a new action' },
        ];
    }
    if (place < seen && now?.key !== action.key)
      return [{ pointer, code: 'history-kept', detail: 'was looked back at and stays, in its place' }];
    return [];
  });
}

/** A field that is null says the same as one that is left out. */
function withoutNulls(record: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, held]) => held !== null && held !== undefined));
}
