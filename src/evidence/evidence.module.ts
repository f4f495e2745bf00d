import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module';
import { RecordsModule } from '../records/records.module';
import { EvidenceController } from './evidence.controller';
import { EvidenceFilePagesController } from './evidence-file-pages.controller';
import { EvidencePagesController } from './evidence-pages.controller';

@Module({
  imports: [RecordsModule, FilesModule],
  controllers: [EvidenceController, EvidencePagesController, EvidenceFilePagesController],
})
export class EvidenceModule {}
