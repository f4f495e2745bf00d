// Sessions and links that have ended are kept for a while, for whoever asks what happened and for knowing an address again. A job removes the
// older ones; one process of several does it.
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { CLOCK, type Clock } from '../common/clock';
import { Tenancy } from '../database/tenancy';
import { BackgroundSweep } from '../jobs/background-sweep';
import { JobQueue } from '../jobs/job-queue';
import { MAILER, type Mailer } from '../mail/mailer';

const SWEEP_MILLISECONDS = 3_600_000;
const DAY_MILLISECONDS = 86_400_000;
/** As long as an address is known by a session (known-address.ts). */
const SESSION_DAYS = 90;
const TOKEN_DAYS = 7;

@Injectable()
export class WayInPurge implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sweeps = new BackgroundSweep('WayInPurge', () => this.sweep());

  constructor(
    private readonly jobs: JobQueue,
    private readonly tenancy: Tenancy,
    @Inject(MAILER) private readonly mailer: Mailer,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work('purge-ways-in', 1, () => this.purge());
    this.sweeps.start({ everyMilliseconds: SWEEP_MILLISECONDS });
  }

  beforeApplicationShutdown(): void {
    this.sweeps.stop();
  }

  /** Asks for the job unless it waits already. */
  async sweep(): Promise<void> {
    await this.jobs.sendMissing('purge-ways-in', [{}]);
  }

  async purge(): Promise<void> {
    await this.tenancy.withoutOrganization({
      text: 'select purge_sessions($1)',
      values: [this.daysAgo(SESSION_DAYS)],
    });
    const tokens = await this.tenancy.withoutOrganization<{ id: string }>({
      text: 'select purge_one_time_tokens($1) as id',
      values: [this.daysAgo(TOKEN_DAYS)],
    });
    // The mail of a link that nobody used.
    await this.mailer.forget(tokens.map(({ id }) => id));
  }

  private daysAgo(days: number): Date {
    return new Date(this.clock.now().getTime() - days * DAY_MILLISECONDS);
  }
}
