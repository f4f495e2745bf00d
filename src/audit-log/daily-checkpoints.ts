// No entry waits longer than about a day for a signature. A sweep finds the logs with an older entry that no checkpoint covers, and a
// job signs where each stands.
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { Tenancy } from '../database/tenancy';
import type { ReadStatement } from '../database/tenant-read';
import { BackgroundSweep } from '../jobs/background-sweep';
import { JobQueue } from '../jobs/job-queue';
import type { QueueJobs } from '../jobs/queues';
import { AuditLogCheckpointsService } from './audit-log-checkpoints.service';

const SWEEP_MILLISECONDS = 900_000;
const DAY_MILLISECONDS = 86_400_000;

@Injectable()
export class DailyCheckpoints implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sweeps = new BackgroundSweep('DailyCheckpoints', () => this.sweep());

  constructor(
    private readonly jobs: JobQueue,
    private readonly tenancy: Tenancy,
    private readonly checkpoints: AuditLogCheckpointsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work('sign-audit-log', 1, ({ organizationId }) => this.sign(organizationId));
    this.sweeps.start({ everyMilliseconds: SWEEP_MILLISECONDS, firstAfterMilliseconds: SWEEP_MILLISECONDS });
  }

  beforeApplicationShutdown(): void {
    this.sweeps.stop();
  }

  /** Asks for a job per log that is due. */
  async sweep(): Promise<void> {
    await this.jobs.sendMissing('sign-audit-log', await this.due());
  }

  /** Looks again: two processes may both have asked. */
  async sign(organizationId: string): Promise<void> {
    if (await this.isDue(organizationId)) await this.checkpoints.createDaily(organizationId);
  }

  private due(): Promise<QueueJobs['sign-audit-log'][]> {
    return this.tenancy.withoutOrganization<QueueJobs['sign-audit-log']>({
      text: 'select organization_id as "organizationId" from audit_logs_to_sign($1)',
      values: [this.aDayAgo()],
    });
  }

  private async isDue(organizationId: string): Promise<boolean> {
    const statement = unsignedEntryBefore(organizationId, this.aDayAgo());
    return (await this.tenancy.readOne(organizationId, statement)).length > 0;
  }

  private aDayAgo(): string {
    return new Date(this.clock.now().getTime() - DAY_MILLISECONDS).toISOString();
  }
}

function unsignedEntryBefore(organizationId: string, before: string): ReadStatement {
  return {
    name: 'unsigned-audit-entry',
    text: `select 1 from audit_event e where e.organization_id = $1 and e.occurred_at < $2 and e.sequence = 1 + coalesce(
        (select max(c.sequence) from audit_log_checkpoint c where c.organization_id = $1), 0)`,
    values: [organizationId, before],
  };
}
