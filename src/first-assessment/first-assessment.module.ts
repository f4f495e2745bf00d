import { Module } from '@nestjs/common';
import { FlowMapsModule } from '../flow-maps/flow-maps.module';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module';
import { RecordsModule } from '../records/records.module';
import { ServiceChecklistModule } from '../service-checklist/service-checklist.module';
import { VendorsModule } from '../vendors/vendors.module';
import { AgreementStepController } from './agreement-step.controller';
import { ChecklistStepController } from './checklist-step.controller';
import { EvidenceStepController } from './evidence-step.controller';
import { FlowsStepController } from './flows-step.controller';
import { HabitsStepController } from './habits-step.controller';
import { QuestionsStepController } from './questions-step.controller';
import { ResultStepController } from './result-step.controller';
import { ToolsStepController } from './tools-step.controller';
import { Way } from './way.service';

/** The way of a practice that starts: from its tools to its first assessment, a small step a page. */
@Module({
  imports: [FlowMapsModule, QuestionnairesModule, RecordsModule, ServiceChecklistModule, VendorsModule],
  controllers: [
    ToolsStepController,
    FlowsStepController,
    AgreementStepController,
    EvidenceStepController,
    HabitsStepController,
    ChecklistStepController,
    QuestionsStepController,
    ResultStepController,
  ],
  providers: [Way],
})
export class FirstAssessmentModule {}
