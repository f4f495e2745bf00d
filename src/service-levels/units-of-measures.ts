// Which units a promise can be given in, and where its number ends: 100.5 percent of a month is no availability.
import type { LevelMeasure, LevelUnit } from './service-level.fields';

const TIMES = ['seconds', 'minutes', 'hours', 'business_hours', 'days', 'business_days'] as const;
const SHARE = ['percent'] as const;

const UNITS: Readonly<Record<LevelMeasure, readonly LevelUnit[]>> = {
  availability: SHARE,
  support_response: TIMES,
  incident_response: TIMES,
  resolution: TIMES,
  recovery_time: TIMES,
  recovery_point: TIMES,
  response_time: ['milliseconds', 'seconds', 'minutes'],
  draft_turnaround: TIMES,
  accuracy: SHARE,
  synchronization_accuracy: SHARE,
  false_alarms: SHARE,
  maintenance_notice: ['hours', 'business_hours', 'days', 'business_days'],
  security_patch: ['hours', 'business_hours', 'days', 'business_days'],
};

/** The units in which a measure can be promised. */
export function unitsOf(measure: LevelMeasure): readonly LevelUnit[] {
  return UNITS[measure];
}

/** The largest number that has a meaning in a unit; null where there is none. */
export function largestIn(unit: LevelUnit): number | null {
  return unit === 'percent' ? 100 : null;
}
