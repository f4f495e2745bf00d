import { Module } from '@nestjs/common';
import { FindingsModule } from '../findings/findings.module';
import { RecordsModule } from '../records/records.module';
import { PracticeDecisionsController } from './practice-decisions.controller';
import { RatedPracticeReader } from './rated-practice.service';
import { RiskAcceptancesController } from './risk-acceptances.controller';
import { RiskDecisions } from './risk-decisions.service';
import { RiskManagementController } from './risk-management.controller';

@Module({
  imports: [RecordsModule, FindingsModule],
  controllers: [RiskAcceptancesController, PracticeDecisionsController, RiskManagementController],
  providers: [RatedPracticeReader, RiskDecisions],
})
export class RiskManagementModule {}
