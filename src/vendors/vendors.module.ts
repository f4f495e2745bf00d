import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { ServicesController } from './services.controller';
import { ToolPagesController } from './tool-pages.controller';
import { ToolsService } from './tools.service';
import { VendorsController } from './vendors.controller';

@Module({
  imports: [RecordsModule],
  controllers: [VendorsController, ServicesController, ToolPagesController],
  providers: [ToolsService],
  exports: [ToolsService],
})
export class VendorsModule {}
