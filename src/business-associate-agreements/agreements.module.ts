import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { AgreementPagesController } from './agreement-pages.controller';
import { AgreementsController } from './agreements.controller';

@Module({ imports: [RecordsModule], controllers: [AgreementsController, AgreementPagesController] })
export class AgreementsModule {}
