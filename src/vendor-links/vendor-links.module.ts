import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module';
import { RecordsModule } from '../records/records.module';
import { VendorAnsweringPagesController } from './vendor-answering-pages.controller';
import { VendorAnswersService } from './vendor-answers.service';
import { VendorBeginPagesController } from './vendor-begin-pages.controller';
import { VendorDocumentPagesController } from './vendor-document-pages.controller';
import { VendorDocumentsService } from './vendor-documents.service';
import { VendorLinkPagesController } from './vendor-link-pages.controller';
import { VendorLinksController } from './vendor-links.controller';
import { VendorLinksService } from './vendor-links.service';
import { VendorQuestionnairePagesController } from './vendor-questionnaire-pages.controller';
import { VendorWorkbookPagesController } from './vendor-workbook-pages.controller';

@Module({
  imports: [QuestionnairesModule, FilesModule, RecordsModule],
  controllers: [
    VendorLinksController,
    VendorLinkPagesController,
    VendorBeginPagesController,
    VendorQuestionnairePagesController,
    VendorAnsweringPagesController,
    VendorDocumentPagesController,
    VendorWorkbookPagesController,
  ],
  providers: [VendorLinksService, VendorAnswersService, VendorDocumentsService],
  exports: [VendorLinksService],
})
export class VendorLinksModule {}
