import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { AgreementsController } from './agreements.controller';

@Module({ imports: [RecordsModule], controllers: [AgreementsController] })
export class AgreementsModule {}
