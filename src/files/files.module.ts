import { Module } from '@nestjs/common';
import { AuditLogModule } from '../audit-log/audit-log.module';
import { RecordsModule } from '../records/records.module';
import { FilesController } from './files.controller';
import { FilesService } from './files.service';
import { OrphanedFiles } from './orphaned-files';

/** The vault itself is provided with the settings (app.module.ts): the start knows where the data folder is. */
@Module({
  imports: [AuditLogModule, RecordsModule],
  controllers: [FilesController],
  providers: [FilesService, OrphanedFiles],
  exports: [FilesService],
})
export class FilesModule {}
