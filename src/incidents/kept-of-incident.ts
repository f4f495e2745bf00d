// What stays of an incident whatever is changed later: the practice has to be able to show what it judged and whom it told (45 CFR 164.414(b)). A notice or a factor
// can be put right; it cannot be taken out. Pure, for changes and for imports.
import type { Fault } from '../common/problems/domain.error';
import type { IncidentFields } from './incident.fields';

type Kept = Partial<Pick<IncidentFields, 'notices' | 'factors' | 'conclusion'>>;

/** @param changes the fields that a change sets; absent ones stay */
export function lostOfIncident(before: Kept, changes: Kept): Fault[] {
  return [
    ...('notices' in changes
      ? lost(
          before.notices,
          changes.notices,
          'notices',
          ({ recipient, state }) => `${recipient} ${state ?? ''}`,
        )
      : []),
    ...('factors' in changes ? lost(before.factors, changes.factors, 'factors', ({ factor }) => factor) : []),
    ...('conclusion' in changes && before.conclusion && !changes.conclusion ? [kept('/conclusion')] : []),
  ];
}

function lost<T>(
  before: readonly T[] | null | undefined,
  after: readonly T[] | null | undefined,
  list: string,
  what: (one: T) => string,
): Fault[] {
  const left = new Set((after ?? []).map(what));
  return (before ?? []).flatMap((one, place) => (left.has(what(one)) ? [] : [kept(`/${list}/${place}`)]));
}

function kept(pointer: string): Fault {
  return { pointer, code: 'history-kept', detail: 'stays on record; put it right instead of taking it out' };
}
