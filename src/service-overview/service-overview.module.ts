import { Module } from '@nestjs/common';
import { FlowMapsModule } from '../flow-maps/flow-maps.module';
import { RecordsModule } from '../records/records.module';
import { AdjustmentPagesController } from './adjustments/adjustment-pages.controller';
import { HistoryPagesController } from './history/history-pages.controller';
import { ServiceOverviewPagesController } from './service-overview-pages.controller';

@Module({
  imports: [FlowMapsModule, RecordsModule],
  controllers: [ServiceOverviewPagesController, AdjustmentPagesController, HistoryPagesController],
})
export class ServiceOverviewModule {}
