import { Module } from '@nestjs/common';
import { AcceptancePagesController } from './acceptance-pages.controller';
import { ActionPagesController } from './action-pages.controller';
import { DecisionPagesController } from './decision-pages.controller';
import { FindingPagesController } from './finding-pages.controller';
import { RegistersReader } from './registers-reader.service';
import { FindingsModule } from '../findings/findings.module';
import { RecordsModule } from '../records/records.module';
import { PracticeDecisionsController } from './practice-decisions.controller';
import { RatedPracticeReader } from './rated-practice.service';
import { RiskAcceptancesController } from './risk-acceptances.controller';
import { RiskDecisions } from './risk-decisions.service';
import { RiskManagementController } from './risk-management.controller';

@Module({
  imports: [RecordsModule, FindingsModule],
  controllers: [
    RiskAcceptancesController,
    PracticeDecisionsController,
    RiskManagementController,
    FindingPagesController,
    ActionPagesController,
    AcceptancePagesController,
    DecisionPagesController,
  ],
  providers: [RatedPracticeReader, RegistersReader, RiskDecisions],
})
export class RiskManagementModule {}
