import { Module } from '@nestjs/common';
import { OrganizationsModule } from '../organizations/organizations.module';
import { SetupController } from './setup.controller';
import { SetupService } from './setup.service';
import { SetupPagesController } from './setup-pages.controller';

@Module({
  imports: [OrganizationsModule],
  controllers: [SetupController, SetupPagesController],
  providers: [SetupService],
  exports: [SetupService],
})
export class SetupModule {}
