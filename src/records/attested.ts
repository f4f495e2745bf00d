// What was attested is never written over: what was left open may be added, and corrections after those that are there. Pure, for changes and for imports.
import type { Fault } from '../common/problems/domain.error';
import { isSameValue } from './changed-fields';
import type { CorrectionFields } from './correction.fields';

interface Corrected {
  readonly corrections?: readonly CorrectionFields[] | null;
}

/** False once a correction says that it does not count. */
export function stillCounts({ corrections }: Corrected): boolean {
  return (corrections ?? []).every((one) => one.stillCounts);
}

/** @param addable fields that may be filled in later, where nothing stood. @returns the `keeps` of a kind of record */
export function keepsWhatWasAttested(addable: readonly string[]) {
  return (before: Record<string, unknown>, changes: Record<string, unknown>): Fault[] =>
    Object.keys(changes).flatMap((field): Fault[] => {
      if (field === 'corrections') return lostCorrections(before, changes);
      if (addable.includes(field) && (before[field] ?? null) === null) return [];
      const detail = 'stays as it was said; add a correction';
      return [{ pointer: `/${field}`, code: 'history-kept', detail }];
    });
}

function lostCorrections(before: Corrected, { corrections: after }: Corrected): Fault[] {
  return (before.corrections ?? []).flatMap((one, place) =>
    isSameValue(one, after?.[place])
      ? []
      : [
          {
            pointer: `/corrections/${place}`,
            code: 'history-kept' as const,
            detail: 'stays as it was said; add another correction after it',
          },
        ],
  );
}
