import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module';
import { DossiersModule } from '../dossiers/dossiers.module';
import { OrganizationsModule } from '../organizations/organizations.module';
import { ReportsModule } from '../reports/reports.module';
import { ExamplePracticePagesController } from './example-practice-pages.controller';
import { ExamplePracticeSweep } from './example-practice-sweep';
import { ExamplePractices } from './example-practices.service';

@Module({
  imports: [OrganizationsModule, DossiersModule, AssessmentsModule, ReportsModule],
  controllers: [ExamplePracticePagesController],
  providers: [ExamplePractices, ExamplePracticeSweep],
})
export class ExamplePracticeModule {}
