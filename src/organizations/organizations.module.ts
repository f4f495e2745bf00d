import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { NewPracticePagesController } from './new-practice-pages.controller';
import { OrganizationsController } from './organizations.controller';
import { OrganizationsService } from './organizations.service';
import { PracticePagesController } from './practice-pages.controller';

@Module({
  imports: [RecordsModule],
  controllers: [OrganizationsController, PracticePagesController, NewPracticePagesController],
  providers: [OrganizationsService],
  exports: [OrganizationsService],
})
export class OrganizationsModule {}
