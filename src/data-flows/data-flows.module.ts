import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { DataFlowsController } from './data-flows.controller';

@Module({ imports: [RecordsModule], controllers: [DataFlowsController] })
export class DataFlowsModule {}
