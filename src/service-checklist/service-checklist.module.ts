import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { ChecklistPagesController } from './checklist-pages.controller';
import { ServiceChecklists } from './service-checklists.service';

@Module({
  imports: [RecordsModule],
  controllers: [ChecklistPagesController],
  providers: [ServiceChecklists],
  exports: [ServiceChecklists],
})
export class ServiceChecklistModule {}
