import { Module } from '@nestjs/common';
import { RiskPagesController } from './risk-pages.controller';

@Module({ controllers: [RiskPagesController] })
export class PracticeRisksModule {}
