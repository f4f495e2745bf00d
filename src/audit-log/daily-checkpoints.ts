// No entry waits longer than about a day for a signature. A sweep finds the logs with an older entry that no checkpoint covers, and a
// job signs where each stands.
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { QueryConfig } from 'pg';
import { CLOCK, type Clock } from '../common/clock';
import { Tenancy } from '../database/tenancy';
import { JobQueue } from '../jobs/job-queue';
import type { QueueJobs } from '../jobs/queues';
import { AuditLogCheckpointsService } from './audit-log-checkpoints.service';

const SWEEP_MILLISECONDS = 900_000;
const DAY_MILLISECONDS = 86_400_000;
const PAGE = 1_000;

@Injectable()
export class DailyCheckpoints implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('DailyCheckpoints');
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly jobs: JobQueue,
    private readonly tenancy: Tenancy,
    private readonly checkpoints: AuditLogCheckpointsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work('sign-audit-log', 1, ({ organizationId }) => this.sign(organizationId));
    this.timer = setInterval(this.sweepInBackground, SWEEP_MILLISECONDS).unref();
  }

  beforeApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Asks for a job per log that is due. */
  async sweep(): Promise<void> {
    for await (const ids of this.organizations()) {
      const due: QueueJobs['sign-audit-log'][] = [];
      for (const organizationId of ids) if (await this.isDue(organizationId)) due.push({ organizationId });
      for (const job of await this.jobs.withoutJob('sign-audit-log', due)) {
        await this.tenancy.withOrganizationWrite(job.organizationId, (manager) =>
          this.jobs.send(manager, 'sign-audit-log', job),
        );
      }
    }
  }

  /** Looks again: two processes may both have asked. */
  async sign(organizationId: string): Promise<void> {
    if (await this.isDue(organizationId)) await this.checkpoints.createDaily(organizationId);
  }

  private async isDue(organizationId: string): Promise<boolean> {
    const before = new Date(this.clock.now().getTime() - DAY_MILLISECONDS).toISOString();
    const statement = unsignedEntryBefore(organizationId, before);
    return (
      (await this.tenancy.readOne(organizationId, statement as QueryConfig & { values: string[] })).length > 0
    );
  }

  private async *organizations(): AsyncGenerator<string[]> {
    for (let last: string | null = null; ;) {
      const rows: { id: string }[] = await this.tenancy.withoutOrganization<{ id: string }>({
        text: 'select organization_ids as id from organization_ids($1, $2)',
        values: [last, PAGE],
      });
      last = rows.at(-1)?.id ?? null;
      if (last === null) return;
      yield rows.map(({ id }) => id);
    }
  }

  private readonly sweepInBackground = (): void => {
    this.sweep().catch((error: unknown) =>
      this.logger.error({ error: error instanceof Error ? error.name : 'unknown' }),
    );
  };
}

function unsignedEntryBefore(organizationId: string, before: string): QueryConfig {
  return {
    name: 'unsigned-audit-entry',
    text: `select 1 from audit_event e where e.organization_id = $1 and e.occurred_at < $2 and e.sequence = 1 + coalesce(
        (select max(c.sequence) from audit_log_checkpoint c where c.organization_id = $1), 0)`,
    values: [organizationId, before],
  };
}
