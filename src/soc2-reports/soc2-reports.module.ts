import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { Soc2ReportsController } from './soc2-reports.controller';

@Module({ imports: [RecordsModule], controllers: [Soc2ReportsController] })
export class Soc2ReportsModule {}
