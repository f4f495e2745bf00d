import { Module } from '@nestjs/common';
import { DossiersModule } from '../dossiers/dossiers.module';
import { RecordsModule } from '../records/records.module';
import { AnsweringPagesController } from './answering-pages.controller';
import { QuestionnairePagesController } from './questionnaire-pages.controller';
import { QuestionnaireSteps } from './questionnaire-steps';
import { QuestionnairesController } from './questionnaires.controller';
import { QuestionnairesService } from './questionnaires.service';

@Module({
  imports: [DossiersModule, RecordsModule],
  controllers: [QuestionnairesController, QuestionnairePagesController, AnsweringPagesController],
  providers: [QuestionnairesService, QuestionnaireSteps],
  exports: [QuestionnairesService, QuestionnaireSteps],
})
export class QuestionnairesModule {}
