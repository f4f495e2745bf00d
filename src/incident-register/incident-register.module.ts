import { Module } from '@nestjs/common';
import { DossiersModule } from '../dossiers/dossiers.module';
import { RecordsModule } from '../records/records.module';
import { FactorPagesController } from './factor-pages.controller';
import { IncidentClocksController } from './incident-clocks.controller';
import { IncidentDuties } from './incident-duties.service';
import { IncidentPagesController } from './incident-pages.controller';
import { IncidentReader } from './incident-reader.service';
import { NoticePagesController } from './notice-pages.controller';

@Module({
  imports: [RecordsModule, DossiersModule],
  controllers: [
    IncidentClocksController,
    IncidentPagesController,
    FactorPagesController,
    NoticePagesController,
  ],
  providers: [IncidentReader, IncidentDuties],
})
export class IncidentRegisterModule {}
