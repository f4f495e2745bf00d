import { Module } from '@nestjs/common';
import { ObligationsModule } from '../obligations/obligations.module';
import { RecordsModule } from '../records/records.module';
import {
  BiasAuditPagesController,
  DisputedDecisionPagesController,
  ExitPlanPagesController,
  LogReviewPagesController,
  PerformancePagesController,
  VendorReviewPagesController,
} from './register-pages.controllers';

@Module({
  imports: [RecordsModule, ObligationsModule],
  controllers: [
    BiasAuditPagesController,
    LogReviewPagesController,
    DisputedDecisionPagesController,
    PerformancePagesController,
    VendorReviewPagesController,
    ExitPlanPagesController,
  ],
})
export class OversightPagesModule {}
