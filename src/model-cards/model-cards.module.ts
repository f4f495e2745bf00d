import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { ModelCardsController } from './model-cards.controller';

@Module({ imports: [RecordsModule], controllers: [ModelCardsController] })
export class ModelCardsModule {}
