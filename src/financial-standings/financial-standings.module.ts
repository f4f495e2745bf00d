import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { FinancialStandingPagesController } from './financial-standing-pages.controller';
import { FinancialStandingsController } from './financial-standings.controller';

@Module({
  imports: [RecordsModule],
  controllers: [FinancialStandingsController, FinancialStandingPagesController],
})
export class FinancialStandingsModule {}
