import { Module } from '@nestjs/common';
import { HelpPagesController } from './help-pages.controller';

@Module({ controllers: [HelpPagesController] })
export class HelpModule {}
