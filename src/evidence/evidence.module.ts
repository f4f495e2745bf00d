import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { EvidenceController } from './evidence.controller';

@Module({ imports: [RecordsModule], controllers: [EvidenceController] })
export class EvidenceModule {}
