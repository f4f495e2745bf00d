// Sessions and links that have ended are kept for a while, for whoever asks what happened and for knowing an address again. A job removes the
// older ones; one process of several does it.
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Tenancy } from '../database/tenancy';
import { BackgroundSweep } from '../jobs/background-sweep';
import { JobQueue } from '../jobs/job-queue';
import { MAILER, type Mailer } from '../mail/mailer';

const SWEEP_MILLISECONDS = 3_600_000;
/** As long as an address is known by a session (known-address.ts). */
const SESSIONS_KEPT = '90 days';
/** Those by which vendors answer, and by which calendars read, too. */
const TOKENS_KEPT = '7 days';

@Injectable()
export class WayInPurge implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sweeps = new BackgroundSweep('WayInPurge', () => this.sweep());

  constructor(
    private readonly jobs: JobQueue,
    private readonly tenancy: Tenancy,
    @Inject(MAILER) private readonly mailer: Mailer,
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
      values: [SESSIONS_KEPT],
    });
    const tokens = await this.tenancy.withoutOrganization<{ id: string }>({
      text: 'select purge_one_time_tokens($1) as id',
      values: [TOKENS_KEPT],
    });
    const vendorLinks = await this.tenancy.withoutOrganization<{ id: string }>({
      text: 'select purge_vendor_link_digests($1) as id',
      values: [TOKENS_KEPT],
    });
    await this.tenancy.withoutOrganization({
      text: 'select purge_calendar_link_digests($1)',
      values: [TOKENS_KEPT],
    });
    // The mail of a link that nobody used.
    const ids = [...tokens, ...vendorLinks].map(({ id }) => id);
    await this.mailer.forget([...new Set(ids)]);
  }
}
