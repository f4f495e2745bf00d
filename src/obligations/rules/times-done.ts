// What was done about an obligation and one thing that it is about, in order: said by completions, or shown by records of other registers. Pure.
import type { Fulfilment } from './fulfilments';
import { placeOfSubject } from './obligation-settings';
import type { CalendarDate } from '../../common/calendar-date';
import type { CorrectionFields } from '../../records/correction.fields';
import type { SubjectKind } from '../records/obligation-ids';

export interface Completion {
  readonly key: string;
  readonly obligation: string;
  readonly subject?: { readonly kind: SubjectKind; readonly key: string } | null;
  readonly period: string;
  readonly happenedOn?: CalendarDate | null;
  readonly doneOn: CalendarDate;
  readonly corrections?: readonly CorrectionFields[] | null;
}

/** One time that was done: said so by a completion (`key`), or shown by another record. */
export type Done = Pick<Completion, 'subject' | 'happenedOn' | 'doneOn' | 'period'> & {
  readonly key: string | null;
  readonly shownBy: string | null;
};

/** By obligation and what each is about. */
export function byPlace<T extends Parameters<typeof placeOfSubject>[0]>(
  list: readonly T[],
): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of list) {
    const place = placeOfSubject(one);
    found.set(place, [...(found.get(place) ?? []), one]);
  }
  return found;
}

/**
 * What was done, in order of its days. What another record shows counts for the time that was open then; where a completion is about the same time, or was made on the same
 * day, the completion tells of it.
 */
export function doneInOrder(completions: readonly Completion[], fulfilments: readonly Fulfilment[]): Done[] {
  const times = new Set(completions.map(({ period }) => period));
  const days = new Set(completions.map(({ doneOn }) => doneOn));
  const said = completions.map((one) => ({ ...one, shownBy: null }));
  const shown = fulfilments
    .filter(({ doneOn }) => !days.has(doneOn))
    .map(({ subject, doneOn, shownBy }) => ({ subject, doneOn, shownBy, key: null, period: null }));
  const all = [...said, ...shown].sort(
    (first, second) =>
      order(first.doneOn, second.doneOn) || order(first.key ?? first.shownBy, second.key ?? second.shownBy),
  );
  return all.flatMap((one, place): Done[] => {
    const before = all[place - 1]?.doneOn;
    if (one.period !== null) return [one];
    const period = before ?? 'first';
    return before === one.doneOn || times.has(period) ? [] : [{ ...one, period }];
  });
}

export function order(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
