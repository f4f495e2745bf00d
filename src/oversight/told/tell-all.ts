// Every record of the registers as it stood on a date, the latest first, and what is due next for each service and vendor. Pure; hangs on no order.
import type { CalendarDate } from '../../common/calendar-date';
import type { BiasAuditFields } from '../bias-audits/bias-audit.fields';
import type { DisputedDecisionFields } from '../disputed-decisions/disputed-decision.fields';
import type { ExitPlanFields } from '../exit-plans/exit-plan.fields';
import type { LogReviewFields } from '../log-reviews/log-review.fields';
import type { PerformanceMeasurementFields } from '../performance-measurements/performance-measurement.fields';
import type { VendorReviewFields } from '../vendor-reviews/vendor-review.fields';
import type { OversightKind } from '../oversight-words';
import type { Around, ToldOversight } from './told';
import { toldBiasAudit } from './told-bias-audit';
import { toldDisputedDecision } from './told-disputed-decision';
import { toldExitPlan } from './told-exit-plan';
import { toldLogReview } from './told-log-review';
import { toldPerformance } from './told-performance';
import { toldVendorReview } from './told-vendor-review';

type OfService<Fields> = Fields & { key: string; service: string };
type Some<T> = readonly T[] | null | undefined;

export interface OversightRecords {
  readonly biasAudits?: Some<OfService<BiasAuditFields>>;
  readonly logReviews?: Some<OfService<LogReviewFields>>;
  readonly disputedDecisions?: Some<OfService<DisputedDecisionFields>>;
  readonly performanceMeasurements?: Some<OfService<PerformanceMeasurementFields>>;
  readonly vendorReviews?: Some<VendorReviewFields & { key: string; vendor: string }>;
  readonly exitPlans?: Some<OfService<ExitPlanFields>>;
}

/** What was done after the date is left out; a plan for leaving is told as far as it had come. */
export function tellAll(records: OversightRecords, around: Around): ToldOversight[] {
  const until = <T>(list: Some<T>, on: (one: T) => CalendarDate): T[] =>
    (list ?? []).filter((one) => on(one) <= around.today);
  return [
    ...until(records.biasAudits, ({ doneOn }) => doneOn).map((one) => toldBiasAudit(one, around)),
    ...until(records.logReviews, ({ doneOn }) => doneOn).map((one) => toldLogReview(one, around)),
    ...until(records.disputedDecisions, ({ receivedOn }) => receivedOn).map((one) =>
      toldDisputedDecision(asOf(one, around.today), around),
    ),
    ...until(records.performanceMeasurements, ({ periodEnd }) => periodEnd).map((one) =>
      toldPerformance(one, around),
    ),
    ...until(records.vendorReviews, ({ doneOn }) => doneOn).map((one) => toldVendorReview(one, around)),
    ...(records.exitPlans ?? []).map((one) =>
      toldExitPlan({ ...one, trials: until(one.trials, ({ triedOn }) => triedOn) }, around),
    ),
  ].sort(latestFirst);
}

/** A dispute as it stood: what was decided, told or appealed later had not happened. */
function asOf(
  dispute: OfService<DisputedDecisionFields>,
  today: CalendarDate,
): OfService<DisputedDecisionFields> {
  const { decidedOn, appealOn, appealDecidedOn, toldOn } = dispute;
  const later = (on: CalendarDate | null | undefined) => on != null && on > today;
  return {
    ...dispute,
    ...(later(decidedOn) && { decidedOn: null, outcome: null, reviewer: null, reason: null, lesson: null }),
    ...(later(toldOn) && { toldOn: null }),
    ...(later(appealOn) && { appealOn: null, appealDays: null }),
    ...(later(appealDecidedOn) && { appealDecidedOn: null, appealOutcome: null, appealReviewer: null }),
  };
}

const PLACES: readonly OversightKind[] = [
  'bias_audit',
  'log_review',
  'disputed_decision',
  'performance_measurement',
  'vendor_review',
  'exit_plan',
];

function latestFirst(first: ToldOversight, second: ToldOversight): number {
  const place = PLACES.indexOf(first.kind) - PLACES.indexOf(second.kind);
  if (place !== 0) return place;
  if (first.on !== second.on) return first.on < second.on ? 1 : -1;
  return first.key < second.key ? -1 : 1;
}
