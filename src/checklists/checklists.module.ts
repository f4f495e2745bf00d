import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { ChecklistsController } from './checklists.controller';

@Module({ imports: [RecordsModule], controllers: [ChecklistsController] })
export class ChecklistsModule {}
