import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { SafeguardsPagesController } from './safeguards-pages.controller';

@Module({ imports: [RecordsModule], controllers: [SafeguardsPagesController] })
export class SafeguardPagesModule {}
