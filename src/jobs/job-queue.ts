import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import PgBoss from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { QUEUE_SCHEMA, type QueueJobs, type QueueName } from './queues';

export const QUEUE_DATABASE_URL = Symbol('QueueDatabaseUrl');

const POLLING_SECONDS = 0.5;
const SHUTDOWN_MILLISECONDS = 10_000;

export interface Attempt {
  /** true when no further attempt follows a failure */
  isLast: boolean;
}

/** Background work in this process, over the same database. A job sent in a transaction exists only if that commits. */
@Injectable()
export class JobQueue implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly boss: PgBoss;

  constructor(@Inject(QUEUE_DATABASE_URL) connectionString: string) {
    this.boss = new PgBoss({
      connectionString,
      schema: QUEUE_SCHEMA,
      migrate: false,
      schedule: false,
      max: 3,
    });
    this.boss.on('error', (error: Error) => this.logger.error({ error: error.name }));
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: true, wait: true, timeout: SHUTDOWN_MILLISECONDS });
  }

  /** Sends a job within the caller's transaction. */
  async send<Name extends QueueName>(
    manager: EntityManager,
    name: Name,
    data: QueueJobs[Name],
  ): Promise<void> {
    const db = {
      executeSql: async (text: string, values: unknown[]) => ({
        rows: await manager.query<unknown[]>(text, values),
      }),
    };
    await this.boss.send(name, data, { db });
  }

  /** Works through a queue, at most `concurrency` jobs at once. A job that throws is tried again as its queue says. */
  async work<Name extends QueueName>(
    name: Name,
    concurrency: number,
    handle: (data: QueueJobs[Name], attempt: Attempt) => Promise<void>,
  ): Promise<void> {
    const options = { batchSize: 1, includeMetadata: true as const, pollingIntervalSeconds: POLLING_SECONDS };
    for (let worker = 0; worker < concurrency; worker += 1) {
      await this.boss.work<QueueJobs[Name]>(name, options, async ([job]) => {
        if (job) await handle(job.data, { isLast: job.retryCount >= job.retryLimit });
      });
    }
  }
}
