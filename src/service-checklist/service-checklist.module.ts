import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { ChecklistPagesController } from './checklist-pages.controller';

@Module({ imports: [RecordsModule], controllers: [ChecklistPagesController] })
export class ServiceChecklistModule {}
