import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { SafeguardsController } from './safeguards.controller';

@Module({
  imports: [RecordsModule],
  controllers: [SafeguardsController],
})
export class SafeguardsModule {}
