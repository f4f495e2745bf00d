import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { FinancialStandingsController } from './financial-standings.controller';

@Module({ imports: [RecordsModule], controllers: [FinancialStandingsController] })
export class FinancialStandingsModule {}
