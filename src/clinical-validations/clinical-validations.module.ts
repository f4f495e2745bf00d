import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { ClinicalValidationPagesController } from './clinical-validation-pages.controller';
import { ClinicalValidationsController } from './clinical-validations.controller';

@Module({
  imports: [RecordsModule],
  controllers: [ClinicalValidationsController, ClinicalValidationPagesController],
})
export class ClinicalValidationsModule {}
