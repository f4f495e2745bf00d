import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { AttestationsController } from './attestations.controller';

@Module({ imports: [RecordsModule], controllers: [AttestationsController] })
export class AttestationsModule {}
