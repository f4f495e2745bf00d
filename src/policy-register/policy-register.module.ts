import { Module } from '@nestjs/common';
import { LetterheadsModule } from '../letterheads/letterheads.module';
import { RecordsModule } from '../records/records.module';
import { ReportsModule } from '../reports/reports.module';
import { PoliciesController } from '../policies/policies.controller';
import { Acknowledgements } from './acknowledgements.service';
import { AcknowledgementPagesController } from './acknowledgement-pages.controller';
import { AdoptionPagesController } from './adoption-pages.controller';
import { Adoptions } from './adoptions.service';
import { PolicyAcknowledgementsController } from './policy-acknowledgements.controller';
import { PolicyPagesController } from './policy-pages.controller';
import { PolicyReader } from './policy-reader.service';
import { PolicyPdfController } from './policy-pdf.controller';
import { PolicyVersionsController } from './policy-versions.controller';
import { StaffPagesController } from './staff-pages.controller';
import { TrainingPagesController } from './training-pages.controller';

@Module({
  imports: [RecordsModule, LetterheadsModule, ReportsModule],
  controllers: [
    PoliciesController,
    PolicyVersionsController,
    PolicyPdfController,
    PolicyAcknowledgementsController,
    PolicyPagesController,
    AdoptionPagesController,
    AcknowledgementPagesController,
    StaffPagesController,
    TrainingPagesController,
  ],
  providers: [PolicyReader, Adoptions, Acknowledgements],
})
export class PolicyRegisterModule {}
