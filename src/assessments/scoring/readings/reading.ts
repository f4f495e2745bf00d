// A reading: how far one fact is met on a date, how that is known and how old it is. Points come from these three.
import type { CalendarDate } from '../../../common/calendar-date';
import type { Basis } from '../../../common/words';
import type { FreshnessCode, MetCode, ScoringModel } from '../scoring-model';

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
  /** false: what is on record leaves no place for it, so nothing can be done about it; absent: it is called for */
  isCalledFor?: false;
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

/** What a control built on it earns for each unit of its weight: met x assurance x freshness. */
export function pointsPerWeight(
  { met, basis, freshness }: Reading,
  { points }: Pick<ScoringModel, 'points'>,
): number {
  return basis === null ? 0 : points.met[met] * points.assurance[basis] * points.freshness[freshness];
}

/**
 * What is on record leaves no place for it. That is the word of whoever recorded it, so it is worth what a statement is and is never evidence.
 * @param because what is not there, by whose record, as the rest of a sentence
 */
export function saidNotToApply(source: string, because: string): Reading {
  return {
    met: 'fully',
    basis: 'stated',
    freshness: 'current',
    ageMonths: null,
    known: true,
    countsFrom: null,
    source,
    because: `Said not to apply, by the practice: ${because}`,
    isCalledFor: false,
  };
}

/**
 * The claim, or what is on record of the same fact where that earns more: a record that would count if it were called for counts as much while it
 * is not, so that another flow never betters a result by calling for it.
 */
export function claimOr(
  claim: Reading,
  onRecord: Reading | null,
  model: Pick<ScoringModel, 'points'>,
): Reading {
  if (!onRecord || pointsPerWeight(onRecord, model) <= pointsPerWeight(claim, model)) return claim;
  return { ...onRecord, isCalledFor: false };
}
