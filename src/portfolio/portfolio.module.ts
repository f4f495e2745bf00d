import { Module } from '@nestjs/common';
import { PortfolioPagesController } from './portfolio-pages.controller';
import { PortfolioController } from './portfolio.controller';
import { PortfolioService } from './portfolio.service';

@Module({ controllers: [PortfolioController, PortfolioPagesController], providers: [PortfolioService] })
export class PortfolioModule {}
