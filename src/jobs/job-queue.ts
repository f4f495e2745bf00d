import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import PgBoss from 'pg-boss';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { Tenancy } from '../database/tenancy';
import { QueueConnections } from './queue-connections';
import { QUEUES, QUEUE_SCHEMA, type QueueJobs, type QueueName } from './queues';

export const QUEUE_DATABASE_URL = Symbol('QueueDatabaseUrl');

const POLLING_SECONDS = 0.5;
const SHUTDOWN_MILLISECONDS = 10_000;

export interface Attempt {
  /** true when no further attempt follows a failure */
  isLast: boolean;
}

/** Background work in this process, over the same database. A job sent in a transaction exists only if that commits. */
@Injectable()
export class JobQueue implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('Jobs');
  private readonly connections: QueueConnections;
  private readonly boss: PgBoss;
  private working = 0;

  constructor(
    @Inject(QUEUE_DATABASE_URL) connectionString: string,
    private readonly tenancy: Tenancy,
  ) {
    const onError = (error: Error & { code?: string }): void =>
      this.logger.error({ error: error.name, code: error.code ?? null });
    this.connections = new QueueConnections(connectionString, onError);
    this.boss = new PgBoss({ db: this.connections, schema: QUEUE_SCHEMA, migrate: false, schedule: false });
    this.boss.on('error', onError);
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
  }

  /** Before the printer and the database close: what is being worked on is finished, nothing new is begun. */
  async beforeApplicationShutdown(): Promise<void> {
    const deadline = Date.now() + SHUTDOWN_MILLISECONDS;
    await this.boss.stop({ graceful: true, wait: true, timeout: SHUTDOWN_MILLISECONDS });
    // What was fetched meanwhile is done and noted as done: pg-boss counts neither.
    while (!(this.connections.isIdle && this.working === 0) && Date.now() < deadline) await setTimeout(20);
    await this.connections.close();
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
        if (job)
          await this.handled(name, () => handle(job.data, { isLast: job.retryCount >= job.retryLimit }));
      });
    }
  }

  /** Sends those of these jobs that none of the same data is waiting or worked on for: their own were lost with a process, or never sent. */
  async sendMissing<Name extends QueueName>(name: Name, data: readonly QueueJobs[Name][]): Promise<void> {
    for (const job of await this.withoutJob(name, data)) {
      await this.tenancy.withNobody((manager) => this.send(manager, name, job));
    }
  }

  private async withoutJob<Name extends QueueName>(
    name: Name,
    data: readonly QueueJobs[Name][],
  ): Promise<QueueJobs[Name][]> {
    if (data.length === 0) return [];
    const live = await this.tenancy.withoutOrganization<{ data: object }>({
      text: `select data from ${QUEUE_SCHEMA}.job where name = $1 and state in ('created', 'retry', 'active')`,
      values: [name],
    });
    return data.filter((wanted) => !live.some((job) => isDeepStrictEqual(job.data, wanted)));
  }

  /** How many jobs wait (`waiting`, to be tried again too) and are worked on (`active`), for every queue. */
  async depths(): Promise<{ queue: QueueName; state: 'waiting' | 'active'; count: number }[]> {
    const rows = await this.tenancy.withoutOrganization<{ name: string; waiting: string; active: string }>({
      text: `select name, count(*) filter (where state <> 'active') as waiting, count(*) filter (where state = 'active') as active
             from ${QUEUE_SCHEMA}.job where state in ('created', 'retry', 'active') group by name`,
    });
    return (Object.keys(QUEUES) as QueueName[]).flatMap((queue) => {
      const found = rows.find(({ name }) => name === queue);
      return (['waiting', 'active'] as const).map((state) => ({
        queue,
        state,
        count: Number(found?.[state] ?? 0),
      }));
    });
  }

  /** The queue keeps what a failed job threw, outside of any tenant: it gets the name of the error and no more. */
  private async handled(name: QueueName, run: () => Promise<void>): Promise<void> {
    this.working += 1;
    const failure = await run().then(
      () => null,
      (error: Error & { code?: string }) => error,
    );
    this.working -= 1;
    if (!failure) return;
    this.logger.error({ queue: name, error: failure.name, code: failure.code ?? null });
    throw new Error(failure.name);
  }
}
