// Finds reports that wait for a job that is gone: the process died on its last attempt, or before the queue's own bookkeeping.
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Tenancy } from '../database/tenancy';
import { JobQueue } from '../jobs/job-queue';

const SWEEP_MILLISECONDS = 60_000;

@Injectable()
export class LostReportJobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('LostReportJobs');
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly jobs: JobQueue,
    private readonly tenancy: Tenancy,
  ) {}

  onApplicationBootstrap(): void {
    this.sweepInBackground();
    this.timer = setInterval(this.sweepInBackground, SWEEP_MILLISECONDS).unref();
  }

  beforeApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Asks again for each. Two processes may both ask: a report that is finished already is no work. */
  async sweep(): Promise<void> {
    const unfinished = await this.tenancy.withoutOrganization<{ organizationId: string; reportId: string }>({
      text: 'select organization_id as "organizationId", report_id as "reportId" from unfinished_reports()',
    });
    for (const job of await this.jobs.withoutJob('print-report', unfinished)) {
      await this.tenancy.withOrganizationWrite(job.organizationId, (manager) =>
        this.jobs.send(manager, 'print-report', job),
      );
    }
  }

  private readonly sweepInBackground = (): void => {
    this.sweep().catch((error: unknown) =>
      this.logger.error({ error: error instanceof Error ? error.name : 'unknown' }),
    );
  };
}
