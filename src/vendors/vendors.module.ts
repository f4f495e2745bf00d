import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { IntegrationPagesController } from './companies/integration-pages.controller';
import { ModelProviderPagesController } from './companies/model-provider-pages.controller';
import { SubcontractorPagesController } from './companies/subcontractor-pages.controller';
import { ServicesController } from './services.controller';
import { ToolEditPagesController } from './tool-edit-pages.controller';
import { ToolPagesController } from './tool-pages.controller';
import { ToolsService } from './tools.service';
import { VendorsController } from './vendors.controller';

@Module({
  imports: [RecordsModule],
  controllers: [
    VendorsController,
    ServicesController,
    ToolPagesController,
    ToolEditPagesController,
    SubcontractorPagesController,
    ModelProviderPagesController,
    IntegrationPagesController,
  ],
  providers: [ToolsService],
  exports: [ToolsService],
})
export class VendorsModule {}
