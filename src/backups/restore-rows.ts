// Puts the rows of an archive into an empty database in one transaction: the tables as they were when the backup was made, then their rows. It needs no
// more than the owner of the tables may do, since a hosted PostgreSQL gives no superuser.
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { escapeIdentifier, type PoolClient } from 'pg';
import * as copyStreams from 'pg-copy-streams';
import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { MIGRATIONS } from '../../migrations';
import { MIGRATION_LOCK, ownerDataSource } from '../database/migrate';
import { QUEUE_SCHEMA } from '../jobs/queues';
import type { ArchiveHeader, ArchiveManifest } from './archive-format';
import { BackupError } from './backup.error';
import { COPY_SETTINGS } from './snapshot';

interface OpenCopy {
  table: string;
  feed: PassThrough;
  query: copyStreams.CopyStreamQuery;
  done: Promise<void>;
}

export class RowRestore {
  private current: OpenCopy | null = null;
  private readonly triggers = new Map<string, string[]>();
  private readonly forced = new Set<string>();

  private constructor(
    private readonly dataSource: DataSource,
    private readonly runner: QueryRunner,
    private readonly client: PoolClient,
    private readonly header: ArchiveHeader,
    private readonly manifest: ArchiveManifest,
  ) {}

  /**
   * Opens the transaction and makes the tables at the level of the archive.
   * @throws BackupError database-not-empty, older-postgresql
   */
  static async begin(
    ownerUrl: string,
    header: ArchiveHeader,
    manifest: ArchiveManifest,
  ): Promise<RowRestore> {
    const dataSource = ownerDataSource(ownerUrl);
    const level = new Set(header.migrations);
    dataSource.setOptions({ migrations: MIGRATIONS.filter(({ name }) => level.has(name)) });
    await dataSource.initialize();
    const runner = dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      // A server that starts now waits: it would migrate the empty database.
      await runner.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
      await refuseTarget(runner, header);
      await runner.query(COPY_SETTINGS);
      const executor = new MigrationExecutor(dataSource, runner);
      executor.transaction = 'all';
      await executor.executePendingMigrations();
      const rows = new RowRestore(dataSource, runner, client, header, manifest);
      await rows.openTables();
      return rows;
    } catch (error) {
      await giveUp(dataSource, runner);
      throw error;
    }
  }

  /** Rows of a table, as they come out of the archive. All parts of one table go into one statement. */
  async put(table: string, content: AsyncIterable<Buffer>): Promise<void> {
    if (this.current?.table !== table) {
      await this.endTable();
      this.current = this.beginTable(table);
    }
    const { feed, done } = this.current;
    for await (const piece of content) {
      // Should the statement fail, its stream never drains.
      if (!feed.write(piece)) await Promise.race([once(feed, 'drain'), done]);
    }
  }

  /** @param mark a last statement of the transaction */
  async commit(mark: string): Promise<void> {
    await this.endTable();
    await this.destroyMeanwhile();
    for (const { name, lastValue, isCalled } of this.header.sequences) {
      await this.runner.query('select setval($1::regclass, $2, $3)', [`public.${name}`, lastValue, isCalled]);
    }
    await this.closeTables();
    await this.runner.query(mark);
    await this.runner.commitTransaction();
    await this.runner.release();
    await this.dataSource.destroy();
  }

  async abandon(): Promise<void> {
    this.current?.feed.destroy(new Error('the restore was given up'));
    await this.current?.done.catch(() => undefined);
    await giveUp(this.dataSource, this.runner);
  }

  private beginTable(table: string): OpenCopy {
    const columns = this.header.tables.find(({ name }) => name === table)?.columns;
    if (!columns)
      throw new BackupError('damaged', `The archive holds rows of a table that its header does not name.`);
    const list = columns.map(escapeIdentifier).join(', ');
    const query = this.client.query(
      copyStreams.from(`copy public.${escapeIdentifier(table)} (${list}) from stdin`),
    );
    const feed = new PassThrough();
    const done = pipeline(feed, query);
    done.catch(() => undefined); // told by the next put, or at the end of the table
    return { table, feed, query, done };
  }

  private async endTable(): Promise<void> {
    if (!this.current) return;
    const { table, feed, query, done } = this.current;
    feed.end();
    await done;
    this.current = null;
    if (query.rowCount !== this.manifest.tables[table]?.rows) {
      throw new BackupError(
        'damaged',
        `The database took another number of rows of ${table} than the backup has.`,
      );
    }
  }

  /** COPY does not go together with row-level security that binds the owner too, and triggers would judge or renumber what is history. */
  private async openTables(): Promise<void> {
    for (const { name } of this.header.tables) {
      const table = escapeIdentifier(name);
      const triggers = (await this.runner.query(
        `select tgname from pg_trigger where tgrelid = $1::regclass and not tgisinternal and tgenabled = 'O'`,
        [`public.${name}`],
      )) as { tgname: string }[];
      this.triggers.set(
        name,
        triggers.map(({ tgname }) => tgname),
      );
      for (const { tgname } of triggers) {
        await this.runner.query(`alter table ${table} disable trigger ${escapeIdentifier(tgname)}`);
      }
      const [security] = (await this.runner.query(
        'select relforcerowsecurity as forced from pg_class where oid = $1::regclass',
        [`public.${name}`],
      )) as [{ forced: boolean }];
      if (!security.forced) continue;
      this.forced.add(name);
      await this.runner.query(`alter table ${table} no force row level security`);
    }
  }

  private async closeTables(): Promise<void> {
    await this.runner.query('set constraints all immediate'); // those that wait for the commit are held to now
    for (const [name, triggers] of this.triggers) {
      const table = escapeIdentifier(name);
      for (const trigger of triggers) {
        await this.runner.query(`alter table ${table} enable trigger ${escapeIdentifier(trigger)}`);
      }
      if (this.forced.has(name)) await this.runner.query(`alter table ${table} force row level security`);
    }
  }

  private async destroyMeanwhile(): Promise<void> {
    for (const { organizationId, id, destroyedAt, destroyedBecause } of this.manifest.destroyedMeanwhile) {
      await this.runner.query(
        `update stored_file set name = null, wrapped_key = null, destroyed_at = $3, destroyed_because = $4
         where organization_id = $1 and id = $2`,
        [organizationId, id, destroyedAt, destroyedBecause],
      );
    }
  }
}

async function giveUp(dataSource: DataSource, runner: QueryRunner): Promise<void> {
  // A connection that died took its transaction with it.
  if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
  await runner.release().catch(() => undefined);
  await dataSource.destroy();
}

async function refuseTarget(runner: QueryRunner, header: ArchiveHeader): Promise<void> {
  const [facts] = (await runner.query(
    `select current_setting('server_version_num')::integer / 10000 as major,
       (select count(*)::integer from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', $1) and c.relkind in ('r', 'p', 'v', 'm', 'S')
          and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as relations`,
    [QUEUE_SCHEMA],
  )) as [{ major: number; relations: number }];
  if (facts.major < header.postgresqlMajor) {
    throw new BackupError(
      'older-postgresql',
      `The backup is of PostgreSQL ${header.postgresqlMajor}; this server is ${facts.major}. Restore into the same version or a newer one.`,
    );
  }
  if (facts.relations === 0) return;
  throw new BackupError(
    'database-not-empty',
    'The database holds tables already, and a restore replaces nothing. Name a new data folder (DATA_FOLDER) or an empty database ' +
      '(DATABASE_URL). Has a server been started there since? Put what it made away first.',
  );
}
