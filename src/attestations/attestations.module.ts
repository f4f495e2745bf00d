import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { AttestationPagesController } from './attestation-pages.controller';
import { AttestationsController } from './attestations.controller';

@Module({ imports: [RecordsModule], controllers: [AttestationsController, AttestationPagesController] })
export class AttestationsModule {}
