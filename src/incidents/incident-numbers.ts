// Incidents are numbered by the day on which the practice knew of them: a rating names the number, since a key or a title can hold words of what happened. Pure.
import type { CalendarDate } from '../common/calendar-date';

/** The number of each by its key, from 1; of one day by key. An incident that is entered late moves those known after it. */
export function incidentNumbers(
  incidents: readonly { readonly key: string; readonly knownOn: CalendarDate }[] | null | undefined,
): Map<string, number> {
  const inOrder = [...(incidents ?? [])].sort((first, second) =>
    `${first.knownOn} ${first.key}` < `${second.knownOn} ${second.key}` ? -1 : 1,
  );
  return new Map(inOrder.map(({ key }, place) => [key, place + 1]));
}
