import { Module } from '@nestjs/common';
import { TraceabilityModule } from '../traceability/traceability.module';
import { HelpPagesController } from './help-pages.controller';

@Module({ imports: [TraceabilityModule], controllers: [HelpPagesController] })
export class HelpModule {}
