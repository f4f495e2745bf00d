import { Module } from '@nestjs/common';
import { FlowMapsModule } from '../flow-maps/flow-maps.module';
import { DashboardPagesController } from './dashboard-pages.controller';
import { SealedSummaries } from './sealed-summaries';

@Module({ imports: [FlowMapsModule], controllers: [DashboardPagesController], providers: [SealedSummaries] })
export class DashboardModule {}
