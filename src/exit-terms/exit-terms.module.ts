import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { ExitTermsPagesController } from './exit-terms-pages.controller';
import { ExitTermsController } from './exit-terms.controller';

@Module({ imports: [RecordsModule], controllers: [ExitTermsController, ExitTermsPagesController] })
export class ExitTermsModule {}
