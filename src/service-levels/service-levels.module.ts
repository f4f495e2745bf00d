import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { ServiceLevelPagesController } from './service-level-pages.controller';
import { ServiceLevelsController } from './service-levels.controller';

@Module({ imports: [RecordsModule], controllers: [ServiceLevelsController, ServiceLevelPagesController] })
export class ServiceLevelsModule {}
