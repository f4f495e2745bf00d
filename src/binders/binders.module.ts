import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module';
import { ReportsModule } from '../reports/reports.module';
import { BinderPagesController } from './binder-pages.controller';
import { BindersController } from './binders.controller';
import { BindersService } from './binders.service';

@Module({
  imports: [AuditLogModule, ReportsModule],
  controllers: [BindersController, BinderPagesController],
  providers: [BindersService],
})
export class BindersModule {}
