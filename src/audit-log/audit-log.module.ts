import { Module } from '@nestjs/common';
import { AuditEventsController } from './audit-events.controller';
import { AuditEventsExportController } from './audit-events-export.controller';
import { AuditLogCheckpointsController } from './audit-log-checkpoints.controller';
import { AuditLogCheckpointsService } from './audit-log-checkpoints.service';
import { AuditLogPruningsController } from './audit-log-prunings.controller';
import { AuditLogPruningsService } from './audit-log-prunings.service';
import { AuditLogVerificationController } from './audit-log-verification.controller';
import { AuditLogVerificationsService } from './audit-log-verifications.service';
import { DailyCheckpoints } from './daily-checkpoints';
import { ReadEvents } from './read-events';

@Module({
  controllers: [
    AuditEventsController,
    AuditEventsExportController,
    AuditLogVerificationController,
    AuditLogCheckpointsController,
    AuditLogPruningsController,
  ],
  providers: [
    AuditLogCheckpointsService,
    AuditLogPruningsService,
    AuditLogVerificationsService,
    DailyCheckpoints,
    ReadEvents,
  ],
  exports: [AuditLogCheckpointsService, ReadEvents],
})
export class AuditLogModule {}
