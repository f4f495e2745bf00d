// Whether a measured figure keeps what the vendor promised: only where the two say the same thing of the same stretch of time. Pure. What cannot be compared is told
// with its reason, and never counts as kept.
import { addDays, addMonths, type CalendarDate } from '../../common/calendar-date';
import {
  LEVEL_UNITS,
  type LevelMeasure,
  type LevelUnit,
  type LevelWindow,
} from '../../service-levels/service-level.fields';
import type { FigureScope } from '../oversight-words';

/** `count` is a number of things, which no vendor promises. */
export const FIGURE_UNITS = [...LEVEL_UNITS, 'count'] as const;
export type FigureUnit = (typeof FIGURE_UNITS)[number];

export interface MeasuredFigure {
  readonly measured: number;
  readonly unit: FigureUnit;
  readonly scope: FigureScope;
  readonly periodStart: CalendarDate;
  readonly periodEnd: CalendarDate;
}

export interface PromisedLevel {
  readonly measure: LevelMeasure;
  readonly promised: number;
  readonly unit: LevelUnit;
  readonly measuredOver?: LevelWindow | null;
}

export type NotComparable = 'no_promise' | 'other_measure' | 'other_unit' | 'other_window' | 'not_each_case';

export type PromiseStanding =
  | {
      readonly verdict: 'kept' | 'not_kept';
      /** of the measured number over the promised, in the unit of the promise */ readonly over: number;
    }
  | { readonly verdict: 'not_comparable'; readonly because: NotComparable };

const SECONDS: Partial<Record<FigureUnit, number>> = {
  milliseconds: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
};

/** Of these at least so much is promised; of all others at most. */
const AT_LEAST: readonly LevelMeasure[] = [
  'availability',
  'accuracy',
  'synchronization_accuracy',
  'maintenance_notice',
];

const WINDOW_ENDS: Readonly<
  Record<Exclude<LevelWindow, 'each_case'>, (start: CalendarDate) => CalendarDate>
> = {
  day: (start) => start,
  week: (start) => addDays(start, 6),
  month: (start) => addDays(addMonths(start, 1), -1),
  quarter: (start) => addDays(addMonths(start, 3), -1),
  year: (start) => addDays(addMonths(start, 12), -1),
};

/** @param promisedAs the promises that a figure of this kind can be held against */
export function promiseStanding(
  figure: MeasuredFigure,
  promise: PromisedLevel | null | undefined,
  promisedAs: readonly LevelMeasure[],
): PromiseStanding {
  const because = notComparable(figure, promise, promisedAs);
  if (because || !promise) return { verdict: 'not_comparable', because: because ?? 'no_promise' };
  const measured = inUnitOf(figure, promise);
  const isKept = AT_LEAST.includes(promise.measure)
    ? measured >= promise.promised
    : measured <= promise.promised;
  return { verdict: isKept ? 'kept' : 'not_kept', over: rounded(measured - promise.promised) };
}

function notComparable(
  figure: MeasuredFigure,
  promise: PromisedLevel | null | undefined,
  promisedAs: readonly LevelMeasure[],
): NotComparable | null {
  if (!promise) return 'no_promise';
  if (!promisedAs.includes(promise.measure)) return 'other_measure';
  if (figure.unit !== promise.unit && !(SECONDS[figure.unit] && SECONDS[promise.unit])) return 'other_unit';
  const { measuredOver } = promise;
  if (!measuredOver) return null;
  // What holds for each case is broken by one: an average says nothing of it.
  if (measuredOver === 'each_case') return figure.scope === 'worst_case' ? null : 'not_each_case';
  if (figure.scope === 'worst_case') return 'other_window';
  return WINDOW_ENDS[measuredOver](figure.periodStart) === figure.periodEnd ? null : 'other_window';
}

function inUnitOf({ measured, unit }: MeasuredFigure, promise: PromisedLevel): number {
  const [from, to] = [SECONDS[unit], SECONDS[promise.unit]];
  return unit === promise.unit || !from || !to ? measured : rounded((measured * from) / to);
}

/** Beyond what anybody measures, so that 59.999999 minutes are an hour. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
