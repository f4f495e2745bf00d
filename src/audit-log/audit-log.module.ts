import { Module } from '@nestjs/common';
import { AuditEventsController } from './audit-events.controller';
import { AuditLogCheckpointsController } from './audit-log-checkpoints.controller';
import { AuditLogCheckpointsService } from './audit-log-checkpoints.service';
import { AuditLogVerificationController } from './audit-log-verification.controller';

@Module({
  controllers: [AuditEventsController, AuditLogVerificationController, AuditLogCheckpointsController],
  providers: [AuditLogCheckpointsService],
})
export class AuditLogModule {}
