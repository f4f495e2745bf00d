import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { PracticeMeasuresPagesController } from './practice-measures-pages.controller';
import { PracticeMeasuresController } from './practice-measures.controller';

@Module({
  imports: [RecordsModule],
  controllers: [PracticeMeasuresController, PracticeMeasuresPagesController],
})
export class PracticeMeasuresModule {}
