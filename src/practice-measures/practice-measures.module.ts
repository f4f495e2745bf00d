import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { PracticeMeasuresController } from './practice-measures.controller';

@Module({ imports: [RecordsModule], controllers: [PracticeMeasuresController] })
export class PracticeMeasuresModule {}
