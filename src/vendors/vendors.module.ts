import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { ServicesController } from './services.controller';
import { VendorsController } from './vendors.controller';

@Module({ imports: [RecordsModule], controllers: [VendorsController, ServicesController] })
export class VendorsModule {}
