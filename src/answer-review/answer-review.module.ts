import { Module } from '@nestjs/common';
import { QuestionnairesModule } from '../questionnaires/questionnaires.module';
import { RecordsModule } from '../records/records.module';
import { VendorLinksModule } from '../vendor-links/vendor-links.module';
import { ReviewPagesController } from './review-pages.controller';

@Module({
  imports: [QuestionnairesModule, RecordsModule, VendorLinksModule],
  controllers: [ReviewPagesController],
})
export class AnswerReviewModule {}
