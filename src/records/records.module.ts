import { Module } from '@nestjs/common';
import { ChangeChecks } from './change-checks';
import { RecordsService } from './records.service';

@Module({
  providers: [ChangeChecks, RecordsService],
  exports: [ChangeChecks, RecordsService],
})
export class RecordsModule {}
