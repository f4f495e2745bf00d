// Keys are kept for 24 hours. A job forgets the older ones; one process of several does it.
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Tenancy } from '../database/tenancy';
import { JobQueue } from '../jobs/job-queue';
import { IdempotencyKeys } from './idempotency-keys';

const SWEEP_MILLISECONDS = 3_600_000;

@Injectable()
export class KeyPurge implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('KeyPurge');
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly jobs: JobQueue,
    private readonly tenancy: Tenancy,
    private readonly keys: IdempotencyKeys,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work('purge-idempotency-keys', 1, () => this.keys.purge());
    this.sweepInBackground();
    this.timer = setInterval(this.sweepInBackground, SWEEP_MILLISECONDS).unref();
  }

  beforeApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Asks for the job unless it waits already. */
  async sweep(): Promise<void> {
    for (const job of await this.jobs.withoutJob('purge-idempotency-keys', [{}])) {
      await this.tenancy.withNobody((manager) => this.jobs.send(manager, 'purge-idempotency-keys', job));
    }
  }

  private readonly sweepInBackground = (): void => {
    this.sweep().catch((error: unknown) =>
      this.logger.error({ error: error instanceof Error ? error.name : 'unknown' }),
    );
  };
}
