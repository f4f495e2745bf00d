import { Module } from '@nestjs/common';
import { RecordsModule } from '../records/records.module';
import { ModelCardPagesController } from './model-card-pages.controller';
import { ModelCardsController } from './model-cards.controller';

@Module({ imports: [RecordsModule], controllers: [ModelCardsController, ModelCardPagesController] })
export class ModelCardsModule {}
