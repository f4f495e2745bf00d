import { Module } from '@nestjs/common';
import { DossiersModule } from '../dossiers/dossiers.module';
import { RecordsModule } from '../records/records.module';
import { QuestionnaireSteps } from './questionnaire-steps';
import { QuestionnairesController } from './questionnaires.controller';
import { QuestionnairesService } from './questionnaires.service';

@Module({
  imports: [DossiersModule, RecordsModule],
  controllers: [QuestionnairesController],
  providers: [QuestionnairesService, QuestionnaireSteps],
})
export class QuestionnairesModule {}
