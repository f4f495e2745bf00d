import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { AmendmentPagesController } from './amendment-pages.controller';
import { ClausePagesController } from './clause-pages.controller';

@Module({ imports: [RecordsModule], controllers: [ClausePagesController, AmendmentPagesController] })
export class AgreementClausesModule {}
