import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { DomainError } from '../common/problems/domain.error';
import { SETTINGS, type Settings } from '../config/settings';
import { Tenancy } from '../database/tenancy';
import type { Caller } from '../identity/caller';
import type { StoredCheckpoint } from './audit-log-checkpoints.service';
import { AuditLogVerificationsService } from './audit-log-verifications.service';
import { recordEvents } from './audit-log';
import { lastCheckpointBefore } from './log.query';
import { yearsBefore } from './term';

export interface Pruning {
  /** how many entries were deleted */
  entries: number;
  /** the last entry of the checkpoint that the log now begins after; null when none is old enough */
  lastSequence: number | null;
}

@Injectable()
export class AuditLogPruningsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly verifications: AuditLogVerificationsService,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Deletes what the last checkpoint older than the term covers.
   * @throws DomainError audit-log-not-intact: what would be deleted may be the proof of what was done to the log
   */
  async prune(organizationId: string, caller: Caller): Promise<Pruning> {
    await this.refuseBroken(organizationId);
    const now = this.clock.now();
    const { text, values } = lastCheckpointBefore(
      organizationId,
      yearsBefore(now, this.settings.auditLogYears),
    );
    return this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      const [checkpoint] = await manager.query<StoredCheckpoint[]>(text, values as unknown[]);
      if (!checkpoint) return { entries: 0, lastSequence: null };
      const { id, sequence } = checkpoint;
      const [deleted] = await manager.query<{ entries: number }[]>(
        'select prune_audit_log($1, $2)::float8 as entries',
        [organizationId, sequence],
      );
      const entries = deleted?.entries ?? 0;
      if (entries > 0) {
        await recordEvents(manager, organizationId, caller, now, [
          {
            action: 'audit-log.pruned',
            subjectKind: 'audit-log-checkpoint',
            subjectId: id,
            data: { entries, lastSequence: sequence },
          },
        ]);
      }
      return { entries, lastSequence: sequence };
    });
  }

  private async refuseBroken(organizationId: string): Promise<void> {
    const { firstFault } = await this.verifications.verify(organizationId);
    if (firstFault) throw new DomainError('audit-log-not-intact', firstFault.detail);
  }
}
