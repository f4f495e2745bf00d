import { Module } from '@nestjs/common';
import { ClearanceLog } from './clearance-log';
import { ClearanceController } from './clearance.controller';
import { ClearanceService } from './clearance.service';

@Module({ controllers: [ClearanceController], providers: [ClearanceLog, ClearanceService] })
export class ClearanceModule {}
