import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { Soc2ReportPagesController } from './soc2-report-pages.controller';
import { Soc2ReportsController } from './soc2-reports.controller';

@Module({ imports: [RecordsModule], controllers: [Soc2ReportsController, Soc2ReportPagesController] })
export class Soc2ReportsModule {}
