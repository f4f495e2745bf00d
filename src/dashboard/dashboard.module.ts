import { Module } from '@nestjs/common';
import { FlowMapsModule } from '../flow-maps/flow-maps.module';
import { ObligationsModule } from '../obligations/obligations.module';
import { DashboardPagesController } from './dashboard-pages.controller';
import { TaskPagesController } from './task-pages.controller';
import { SealedSummaries } from './sealed-summaries';

@Module({
  imports: [FlowMapsModule, ObligationsModule],
  controllers: [DashboardPagesController, TaskPagesController],
  providers: [SealedSummaries],
})
export class DashboardModule {}
