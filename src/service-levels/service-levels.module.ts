import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { ServiceLevelsController } from './service-levels.controller';

@Module({ imports: [RecordsModule], controllers: [ServiceLevelsController] })
export class ServiceLevelsModule {}
