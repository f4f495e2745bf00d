// A decision under 45 CFR 164.306(d)(3) that is replaced or taken back stays on record, with the day until which it was in effect: its six years count from then
// (164.316(b)(2)(i)). Pure, for changes and for imports alike: what is kept only grows.
import type { CalendarDate } from '../common/calendar-date';
import { isSameValue } from '../records/changed-fields';
import type { AddressableDecisionFields, EarlierDecisionFields } from './safeguard.fields';

interface Kept {
  decision?: AddressableDecisionFields | null;
  earlierDecisions?: readonly EarlierDecisionFields[] | null;
}

/** @param changes the fields that differ; null where one is cleared. @returns them with the list of earlier decisions, where that grows */
export function withEarlierDecisions(
  before: Kept,
  changes: Record<string, unknown> & Kept,
  today: CalendarDate,
): Record<string, unknown> {
  const { earlierDecisions: given, ...others } = changes;
  const stored = before.earlierDecisions ?? [];
  const replaced =
    'decision' in changes && before.decision ? [{ ...before.decision, replacedOn: today }] : [];
  const kept = [...stored, ...(given ?? []), ...replaced].filter(isFirst);
  return kept.length === stored.length ? others : { ...others, earlierDecisions: kept };
}

function isFirst(one: unknown, place: number, all: readonly unknown[]): boolean {
  return all.findIndex((other) => isSameValue(other, one)) === place;
}
