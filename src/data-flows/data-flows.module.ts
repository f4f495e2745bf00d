import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { DataFlowPagesController } from './data-flow-pages.controller';
import { DataFlowsController } from './data-flows.controller';

@Module({ imports: [RecordsModule], controllers: [DataFlowsController, DataFlowPagesController] })
export class DataFlowsModule {}
