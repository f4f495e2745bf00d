import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { ExitTermsController } from './exit-terms.controller';

@Module({ imports: [RecordsModule], controllers: [ExitTermsController] })
export class ExitTermsModule {}
