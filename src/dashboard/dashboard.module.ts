import { Module } from '@nestjs/common';
import { FlowMapsModule } from '../flow-maps/flow-maps.module';
import { DashboardPagesController } from './dashboard-pages.controller';

@Module({ imports: [FlowMapsModule], controllers: [DashboardPagesController] })
export class DashboardModule {}
