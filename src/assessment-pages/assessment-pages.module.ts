import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module';
import { ReportsModule } from '../reports/reports.module';
import { AssessmentReading } from './assessment-reading';
import { AssessmentsPagesController } from './assessments-pages.controller';
import { CommentPagesController } from './comment-pages.controller';
import { ComparisonPagesController } from './comparison-pages.controller';
import { ReportPagesController } from './report-pages.controller';
import { SignOffPagesController } from './sign-off-pages.controller';

// The comparison first: its address would be taken for the id of an assessment.
@Module({
  imports: [AssessmentsModule, ReportsModule],
  controllers: [
    ComparisonPagesController,
    AssessmentsPagesController,
    SignOffPagesController,
    CommentPagesController,
    ReportPagesController,
  ],
  providers: [AssessmentReading],
})
export class AssessmentPagesModule {}
