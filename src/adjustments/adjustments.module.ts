import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { AdjustmentsController } from './adjustments.controller';

@Module({ imports: [RecordsModule], controllers: [AdjustmentsController] })
export class AdjustmentsModule {}
