import { Module } from '@nestjs/common';
import { FlowMapsModule } from '../flow-maps/flow-maps.module';
import { ServiceOverviewPagesController } from './service-overview-pages.controller';

@Module({ imports: [FlowMapsModule], controllers: [ServiceOverviewPagesController] })
export class ServiceOverviewModule {}
