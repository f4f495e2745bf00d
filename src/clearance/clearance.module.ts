import { Module } from '@nestjs/common';
import { ClearanceLog } from './clearance-log';
import { ClearanceController } from './clearance.controller';
import { ClearanceService } from './clearance.service';
import { DecisionPointController } from './decision-point.controller';

@Module({
  controllers: [ClearanceController, DecisionPointController],
  providers: [ClearanceLog, ClearanceService],
})
export class ClearanceModule {}
