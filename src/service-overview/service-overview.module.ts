import { Module } from '@nestjs/common';
import { ServiceOverviewPagesController } from './service-overview-pages.controller';

@Module({ controllers: [ServiceOverviewPagesController] })
export class ServiceOverviewModule {}
