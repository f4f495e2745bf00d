import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { FindingWork } from './finding-work.service';
import { FindingsController } from './findings.controller';

@Module({
  imports: [RecordsModule],
  controllers: [FindingsController],
  providers: [FindingWork],
  exports: [FindingWork],
})
export class FindingsModule {}
