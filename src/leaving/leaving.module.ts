import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module';
import { PracticeExportController } from './practice-export.controller';
import { PracticeExportService } from './practice-export.service';

@Module({
  imports: [AuditLogModule],
  controllers: [PracticeExportController],
  providers: [PracticeExportService],
})
export class LeavingModule {}
