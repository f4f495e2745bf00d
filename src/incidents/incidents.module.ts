import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { IncidentsController } from './incidents.controller';

@Module({ imports: [RecordsModule], controllers: [IncidentsController] })
export class IncidentsModule {}
