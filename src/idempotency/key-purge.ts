// Keys are kept for 24 hours. A job forgets the older ones; one process of several does it.
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { BackgroundSweep } from '../jobs/background-sweep';
import { JobQueue } from '../jobs/job-queue';
import { IdempotencyKeys } from './idempotency-keys';

const SWEEP_MILLISECONDS = 3_600_000;

@Injectable()
export class KeyPurge implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sweeps = new BackgroundSweep('KeyPurge', () => this.sweep());

  constructor(
    private readonly jobs: JobQueue,
    private readonly keys: IdempotencyKeys,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work('purge-idempotency-keys', 1, () => this.keys.purge());
    this.sweeps.start({ everyMilliseconds: SWEEP_MILLISECONDS });
  }

  beforeApplicationShutdown(): void {
    this.sweeps.stop();
  }

  /** Asks for the job unless it waits already. */
  async sweep(): Promise<void> {
    await this.jobs.sendMissing('purge-idempotency-keys', [{}]);
  }
}
