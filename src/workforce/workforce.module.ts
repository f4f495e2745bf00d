import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { StaffMembersController } from './staff-members.controller';
import { TrainingRecordsController } from './training-records.controller';

@Module({ imports: [RecordsModule], controllers: [StaffMembersController, TrainingRecordsController] })
export class WorkforceModule {}
