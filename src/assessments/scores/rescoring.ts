// Stored scores stop holding when a dated fact turns or the scoring model changes, without anybody writing anything. A sweep finds
// the practices concerned, at the start (a new version brings a new model) and every few minutes (days begin in every time zone),
// and a job scores each again.
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CATALOGS, type Catalogs } from '../../catalogs/catalogs.module';
import { CLOCK, type Clock } from '../../common/clock';
import { Tenancy } from '../../database/tenancy';
import { BackgroundSweep } from '../../jobs/background-sweep';
import { JobQueue } from '../../jobs/job-queue';
import type { QueueJobs } from '../../jobs/queues';
import { isOpen } from '../../organizations/is-open';
import { ScoreServices } from './score-services';

const SWEEP_MILLISECONDS = 300_000;

@Injectable()
export class Rescoring implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sweeps = new BackgroundSweep('Rescoring', () => this.sweep());

  constructor(
    private readonly jobs: JobQueue,
    private readonly tenancy: Tenancy,
    private readonly scores: ScoreServices,
    @Inject(CATALOGS) private readonly catalogs: Catalogs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work('rescore-organization', 1, (job) => this.rescore(job));
    this.sweeps.start({ everyMilliseconds: SWEEP_MILLISECONDS });
  }

  beforeApplicationShutdown(): void {
    this.sweeps.stop();
  }

  /** Asks for a job per practice with scores that no longer hold. Two processes may both ask: scoring twice gives the same. */
  async sweep(): Promise<void> {
    await this.jobs.sendMissing('rescore-organization', await this.due());
  }

  private due(): Promise<QueueJobs['rescore-organization'][]> {
    const { id, version } = this.catalogs.scoringModel;
    return this.tenancy.withoutOrganization<QueueJobs['rescore-organization']>({
      text: 'select organization_id as "organizationId" from organizations_to_rescore($1, $2, $3)',
      values: [this.clock.now(), id, version],
    });
  }

  private rescore({ organizationId }: QueueJobs['rescore-organization']): Promise<void> {
    return this.tenancy.withOrganizationWrite(organizationId, async (manager) => {
      if (await isOpen(manager, organizationId)) await this.scores.renew(manager, organizationId);
    });
  }
}
