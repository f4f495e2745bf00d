import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { RedactionsController } from './redactions.controller';
import { RedactionsService } from './redactions.service';

@Module({
  imports: [RecordsModule],
  controllers: [RedactionsController],
  providers: [RedactionsService],
})
export class RedactionsModule {}
