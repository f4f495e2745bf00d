import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module';
import { ClosingController } from './closing.controller';
import { ClosingService } from './closing.service';
import { Erasure } from './erasure';
import { PracticeExportController } from './practice-export.controller';
import { PracticeExportService } from './practice-export.service';

@Module({
  imports: [AuditLogModule],
  controllers: [PracticeExportController, ClosingController],
  providers: [PracticeExportService, ClosingService, Erasure],
})
export class LeavingModule {}
