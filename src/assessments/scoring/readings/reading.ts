// A reading: how far one fact is met on a date, how that is known and how old it is. Points come from these three.
import type { CalendarDate } from '../../../common/calendar-date';
import type { Basis } from '../../../common/words';
import type { FreshnessCode, MetCode } from '../scoring-model';

export interface Reading {
  met: MetCode;
  basis: Basis | null;
  freshness: FreshnessCode;
  /** whole months; null where age does not count */
  ageMonths: number | null;
  /** false: it is a task to find out, and confidence is lower for it */
  known: boolean;
  /** the recorded date from which the fact counts; null when no date bears on it */
  countsFrom: CalendarDate | null;
  source: string;
  because: string;
}

/** A reading of something that is known and has no age. */
export function reading(
  met: MetCode,
  basis: Basis | null,
  countsFrom: CalendarDate | null,
  source: string,
  because: string,
): Reading {
  return { met, basis, freshness: 'current', ageMonths: null, known: true, countsFrom, source, because };
}

/** Not known: earns nothing, lowers confidence, becomes a task. */
export function unknown(source: string, because: string): Reading {
  return {
    met: 'unknown',
    basis: null,
    freshness: 'current',
    ageMonths: null,
    known: false,
    countsFrom: null,
    source,
    because,
  };
}

/** Known not to be met: earns nothing. */
export function notMet(source: string, because: string): Reading {
  return reading('not_met', null, null, source, because);
}
