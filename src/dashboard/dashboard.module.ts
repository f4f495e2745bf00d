import { Module } from '@nestjs/common';
import { DashboardPagesController } from './dashboard-pages.controller';

@Module({ controllers: [DashboardPagesController] })
export class DashboardModule {}
