import { Module } from '@nestjs/common';
import { DossiersModule } from '../dossiers/dossiers.module';
import { RecordsModule } from '../records/records.module';
import { AnsweringPagesController } from './answering-pages.controller';
import { QuestionnairePagesController } from './questionnaire-pages.controller';
import { QuestionnaireSteps } from './questionnaire-steps';
import { QuestionnairesController } from './questionnaires.controller';
import { QuestionnairesService } from './questionnaires.service';
import { WithdrawalPagesController } from './withdrawal-pages.controller';
import { QuestionnaireWorkbookController } from './workbook/questionnaire-workbook.controller';
import { QuestionnaireWorkbookPagesController } from './workbook/questionnaire-workbook-pages.controller';
import { QuestionnaireWorkbooksService } from './workbook/questionnaire-workbooks.service';

@Module({
  imports: [DossiersModule, RecordsModule],
  controllers: [
    QuestionnairesController,
    QuestionnairePagesController,
    AnsweringPagesController,
    WithdrawalPagesController,
    QuestionnaireWorkbookController,
    QuestionnaireWorkbookPagesController,
  ],
  providers: [QuestionnairesService, QuestionnaireSteps, QuestionnaireWorkbooksService],
  exports: [QuestionnairesService, QuestionnaireSteps],
})
export class QuestionnairesModule {}
