import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { PoliciesController } from '../policies/policies.controller';
import { Acknowledgements } from './acknowledgements.service';
import { AcknowledgementPagesController } from './acknowledgement-pages.controller';
import { AdoptionPagesController } from './adoption-pages.controller';
import { Adoptions } from './adoptions.service';
import { PolicyAcknowledgementsController } from './policy-acknowledgements.controller';
import { PolicyPagesController } from './policy-pages.controller';
import { PolicyReader } from './policy-reader.service';
import { PolicyVersionsController } from './policy-versions.controller';
import { StaffPagesController } from './staff-pages.controller';
import { TrainingPagesController } from './training-pages.controller';

@Module({
  imports: [RecordsModule],
  controllers: [
    PoliciesController,
    PolicyVersionsController,
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
