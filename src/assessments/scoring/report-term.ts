// How long a SOC 2 report counts: up to 12 months after its period it is current, up to 15 only while a bridge letter of the
// management covers the date (house convention). A period under three months, or not known, is short.
import { addMonths, nextDay, type CalendarDate } from '../../common/calendar-date';
import type { ScoringModel } from './scoring-model';
import type { ServiceFacts } from './service-facts';

export type Report = ServiceFacts['soc2Reports'][number];

export interface ReportTerm {
  readonly report: Report;
  readonly currentUntil: CalendarDate;
  /** the last day that a bridge letter carries it to; null without one */
  readonly bridgedUntil: CalendarDate | null;
  readonly isShort: boolean;
}

export function reportTermOf(report: Report, { soc2 }: ScoringModel['ages']): ReportTerm {
  const { periodStart, periodEnd, bridgeLetterUntil } = report;
  const longest = bridgeLetterUntil ? addMonths(periodEnd, soc2.bridgedMonths) : null;
  return {
    report,
    currentUntil: addMonths(periodEnd, soc2.currentMonths),
    bridgedUntil: longest && bridgeLetterUntil && bridgeLetterUntil < longest ? bridgeLetterUntil : longest,
    // the last day is inside the period: 1 July to 30 September is three whole months
    isShort: !periodStart || addMonths(periodStart, soc2.firstPeriodMonths) > nextDay(periodEnd),
  };
}
