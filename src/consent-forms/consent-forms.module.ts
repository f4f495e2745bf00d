import { Module } from '@nestjs/common';
import { DossiersModule } from '../dossiers/dossiers.module';
import { RecordsModule } from '../records/records.module';
import { ReportsModule } from '../reports/reports.module';
import { ConsentFormFiles } from './consent-form-files.service';
import { ConsentFormFilesController } from './consent-form-files.controller';
import { ConsentFormPagesController } from './consent-form-pages.controller';
import { ConsentFormReader } from './consent-form-reader.service';
import { ConsentFormSteps } from './consent-form-steps.service';
import { ConsentFormsController } from './consent-forms.controller';
import { ConsentFormFilePagesController } from './file-pages.controller';
import { ConsentFormStepPagesController } from './step-pages.controller';

@Module({
  imports: [RecordsModule, DossiersModule, ReportsModule],
  controllers: [
    ConsentFormsController,
    ConsentFormFilesController,
    ConsentFormFilePagesController,
    ConsentFormPagesController,
    ConsentFormStepPagesController,
  ],
  providers: [ConsentFormReader, ConsentFormSteps, ConsentFormFiles],
})
export class ConsentFormsModule {}
