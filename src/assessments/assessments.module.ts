import { Module } from '@nestjs/common';
import { DossiersModule } from '../dossiers/dossiers.module';
import { LetterheadsModule } from '../letterheads/letterheads.module';
import { AssessmentReader } from './assessment-reader.service';
import { AssessmentsController } from './assessments.controller';
import { AssessmentsService } from './assessments.service';
import { CommentsController } from './comments/comments.controller';
import { CommentsService } from './comments/comments.service';
import { Rescoring } from './scores/rescoring';
import { ScoreServices } from './scores/score-services';
import { ServiceScoresController } from './scores/service-scores.controller';
import { VendorScoresController } from './scores/vendor-scores.controller';
import { SigningKeysController } from './sealing/signing-keys.controller';

@Module({
  imports: [DossiersModule, LetterheadsModule],
  controllers: [
    AssessmentsController,
    CommentsController,
    ServiceScoresController,
    VendorScoresController,
    SigningKeysController,
  ],
  providers: [AssessmentReader, AssessmentsService, CommentsService, ScoreServices, Rescoring],
  exports: [AssessmentReader, AssessmentsService, CommentsService],
})
export class AssessmentsModule {}
