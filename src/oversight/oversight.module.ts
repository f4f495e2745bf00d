import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { BiasAudit } from './bias-audits/bias-audit.entity';
import { BiasAuditsController } from './bias-audits/bias-audits.controller';
import { LogReview } from './log-reviews/log-review.entity';
import { LogReviewsController } from './log-reviews/log-reviews.controller';
import { DisputedDecision } from './disputed-decisions/disputed-decision.entity';
import { DisputedDecisionsController } from './disputed-decisions/disputed-decisions.controller';
import { PerformanceMeasurement } from './performance-measurements/performance-measurement.entity';
import { PerformanceMeasurementsController } from './performance-measurements/performance-measurements.controller';
import { VendorReview } from './vendor-reviews/vendor-review.entity';
import { VendorReviewsController } from './vendor-reviews/vendor-reviews.controller';
import { ExitPlan } from './exit-plans/exit-plan.entity';
import { ExitPlansController } from './exit-plans/exit-plans.controller';

export const OVERSIGHT_ENTITIES = [
  BiasAudit,
  LogReview,
  DisputedDecision,
  PerformanceMeasurement,
  VendorReview,
  ExitPlan,
];

@Module({
  imports: [RecordsModule],
  controllers: [
    BiasAuditsController,
    LogReviewsController,
    DisputedDecisionsController,
    PerformanceMeasurementsController,
    VendorReviewsController,
    ExitPlansController,
  ],
})
export class OversightModule {}
