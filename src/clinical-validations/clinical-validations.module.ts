import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { ClinicalValidationsController } from './clinical-validations.controller';

@Module({ imports: [RecordsModule], controllers: [ClinicalValidationsController] })
export class ClinicalValidationsModule {}
