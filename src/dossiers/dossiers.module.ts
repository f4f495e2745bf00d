import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module';
import { RecordsModule } from '../records/records.module';
import { DossierCheck } from './dossier-check';
import { DossiersController } from './dossiers.controller';
import { DossiersService } from './dossiers.service';
import { ReportReviewsController } from './report-reviews/report-reviews.controller';

@Module({
  imports: [AuditLogModule, RecordsModule],
  controllers: [DossiersController, ReportReviewsController],
  providers: [DossiersService, DossierCheck],
  exports: [DossiersService, DossierCheck],
})
export class DossiersModule {}
