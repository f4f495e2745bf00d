import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { EvidenceController } from './evidence.controller';
import { EvidencePagesController } from './evidence-pages.controller';

@Module({ imports: [RecordsModule], controllers: [EvidenceController, EvidencePagesController] })
export class EvidenceModule {}
