import { Module } from '@nestjs/common';
import { FlowMaps } from './flow-maps.service';

@Module({ providers: [FlowMaps], exports: [FlowMaps] })
export class FlowMapsModule {}
