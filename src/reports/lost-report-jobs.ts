// Finds reports that wait for a job that is gone: the process died on its last attempt, or before the queue's own bookkeeping.
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Tenancy } from '../database/tenancy';
import { BackgroundSweep } from '../jobs/background-sweep';
import { JobQueue } from '../jobs/job-queue';

const SWEEP_MILLISECONDS = 60_000;

@Injectable()
export class LostReportJobs implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sweeps = new BackgroundSweep('LostReportJobs', () => this.sweep());

  constructor(
    private readonly jobs: JobQueue,
    private readonly tenancy: Tenancy,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeps.start({ everyMilliseconds: SWEEP_MILLISECONDS });
  }

  beforeApplicationShutdown(): void {
    this.sweeps.stop();
  }

  /** Asks again for each. Two processes may both ask: a report that is finished already is no work. */
  async sweep(): Promise<void> {
    const unfinished = await this.tenancy.withoutOrganization<{ organizationId: string; reportId: string }>({
      text: 'select organization_id as "organizationId", report_id as "reportId" from unfinished_reports()',
    });
    await this.jobs.sendMissing('print-report', unfinished);
  }
}
