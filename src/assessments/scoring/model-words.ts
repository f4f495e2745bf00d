// Words that the catalogs share, and the head that each of them has.
import type { CalendarDate } from '../../common/calendar-date';

export const MET_CODES = ['fully', 'partly', 'not_met', 'unknown'] as const;
export type MetCode = (typeof MET_CODES)[number];

export const FRESHNESS_CODES = ['current', 'ageing', 'stale'] as const;
export type FreshnessCode = (typeof FRESHNESS_CODES)[number];

export const ACTS_ON = ['initiation', 'adverse_impact'] as const;
export type ActsOn = (typeof ACTS_ON)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Every catalog says what it is, where it comes from and since when it holds. */
export interface CatalogHead {
  readonly id: string;
  readonly version: string;
  readonly source: string;
  readonly effectiveOn: CalendarDate;
  /** the date as of which the law entries were last read */
  readonly lawAsOf: CalendarDate;
}
