// How the catalog and what a practice set together say how often something is due. Pure.
import type { CalendarDate } from '../../common/calendar-date';
import { isLaw, monthsOf, type CadenceOrigin, type ObligationDefinition } from './obligation-catalog';

/** What a practice set about one obligation. */
export interface SetObligation {
  readonly obligation: string;
  readonly decision: string;
  readonly months?: number | null;
  readonly reason: string;
  readonly decidedBy: { readonly name: string; readonly role: string };
  readonly decidedOn: CalendarDate;
}

/** `practice`: the practice set it itself. */
export type IntervalOrigin = CadenceOrigin | 'practice';

export interface Interval {
  readonly months: number;
  readonly from: IntervalOrigin;
}

/**
 * After how many months it comes again, and whose interval that is; null where it does not come again by the calendar. An interval of the law stays, whatever was set.
 */
export function intervalOf(
  obligation: ObligationDefinition,
  set: SetObligation | undefined,
): Interval | null {
  const months = monthsOf(obligation.cadence);
  if (months === null) return null;
  const { cadenceFrom } = obligation;
  if (set?.decision === 'other_interval' && set.months && cadenceFrom !== 'law')
    return { months: set.months, from: 'practice' };
  return { months, from: cadenceFrom ?? 'house' };
}

/** Whether the practice said that it does not apply. What the law asks for always applies. */
export function isLeftOut(obligation: ObligationDefinition, set: SetObligation | undefined): boolean {
  return set?.decision === 'not_applicable' && !isLaw(obligation);
}

/** One text for an obligation and what it is about; keys and ids hold no blank. */
export function placeOfSubject({
  obligation,
  subject,
}: {
  obligation: string;
  subject?: { kind: string; key: string } | null;
}): string {
  return subject ? `${obligation} ${subject.kind} ${subject.key}` : obligation;
}
