// When an agreement is in force. An unsigned one never is.
import { addDays, type CalendarDate } from '../../common/calendar-date';
import type { ServiceFacts } from './service-facts';

export type Agreement = ServiceFacts['agreements'][number];

/** An agreement with its term: in force from `start` until the day before `lapse`. */
export interface AgreementTerm {
  readonly agreement: Agreement;
  /** first day in force: signed and effective; null while unsigned */
  readonly start: CalendarDate | null;
  /** first day no longer in force: the day after its end, or the day of its termination; null when neither is set */
  readonly lapse: CalendarDate | null;
}

export function termOf(agreement: Agreement): AgreementTerm {
  const afterEnd = agreement.endsOn ? addDays(agreement.endsOn, 1) : null;
  return {
    agreement,
    start: agreement.signedOn ? later(agreement.signedOn, agreement.effectiveOn ?? null) : null,
    lapse: sooner(afterEnd, agreement.terminatedOn ?? null),
  };
}

export function isInForceOn({ start, lapse }: AgreementTerm, date: CalendarDate): boolean {
  return start !== null && start <= date && (lapse === null || date < lapse);
}

/** The term that started first; terms come in order of their agreements' keys, so a tie is settled by key. */
export function earliest(terms: readonly AgreementTerm[]): AgreementTerm | undefined {
  let first: AgreementTerm | undefined;
  for (const term of terms) if (!first || (term.start ?? '') < (first.start ?? '')) first = term;
  return first;
}

/** The later of two dates; null only when both are. */
export function later(first: CalendarDate | null, second: CalendarDate | null): CalendarDate | null {
  if (first === null || second === null) return first ?? second;
  return first > second ? first : second;
}

function sooner(first: CalendarDate | null, second: CalendarDate | null): CalendarDate | null {
  if (first === null || second === null) return first ?? second;
  return first < second ? first : second;
}
