// The database at one moment. One transaction sees it throughout (REPEATABLE READ, read only), whatever is written meanwhile. It takes the owner's connection and
// the same setting as every other reader: some hundred organizations after the others, so that row-level security stays as it is.
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Readable } from 'node:stream';
import { MIGRATIONS } from '../../migrations';
import { MIGRATION_TABLE } from '../database/migrate';
import { READ_SETTING } from '../database/tenancy.sql';
import type { ArchivedSequence, ArchivedTable, FileOfOrganization } from './archive-format';
import { ARCHIVED_TABLES, fillingOrder, REWRITTEN, type Reference } from './archived-tables';
import { BackupError } from './backup.error';

/** One spelling of every value, whatever the server is set to; and no time limit of the server's. */
export const COPY_SETTINGS = `
  set local datestyle = 'ISO'; set local intervalstyle = 'iso_8601'; set local timezone = 'UTC'; set local bytea_output = 'hex';
  set local extra_float_digits = 1; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`;

/** A policy reads the list of organizations for each row, a statement costs a round trip: measured, this is about where both are least. */
export const ORGANIZATIONS_AT_ONCE = 400;
/** Rows are copied as they come; ids of files come by pages, however many there are. */
export const FILES_AT_ONCE = 1_000;

const NIL = '00000000-0000-0000-0000-000000000000';
const BEFORE_ALL: FileOfOrganization = { organizationId: NIL, id: NIL };

export interface SnapshotTable extends ArchivedTable {
  isOfOrganizations: boolean;
  primaryKey: string[];
}

export class Snapshot {
  private constructor(
    private readonly client: Client,
    readonly moment: Date,
    readonly postgresqlMajor: number,
    readonly tables: readonly SnapshotTable[],
    readonly sequences: readonly ArchivedSequence[],
    readonly organizationIds: readonly string[],
  ) {}

  /** @throws BackupError no-installation, not-up-to-date */
  static async open(ownerUrl: string): Promise<Snapshot> {
    const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
    await client.connect();
    client.on('error', () => undefined); // a lost connection fails the statement that runs; without a listener it would end the process
    try {
      await client.query(`begin isolation level repeatable read read only; ${COPY_SETTINGS}`);
      await refuseOtherLevel(client);
      const { rows } = await client.query<{ now: Date; version: string }>(
        `select now(), current_setting('server_version_num') as version`,
      );
      const [{ now, version }] = rows as [{ now: Date; version: string }];
      const tables = await tablesOf(client);
      const organizations = await client.query<{ id: string }>(
        'select organization_id as id from organization order by organization_id',
      );
      const ids = organizations.rows.map(({ id }) => id);
      return new Snapshot(
        client,
        now,
        Math.floor(Number(version) / 10_000),
        tables,
        await sequencesOf(client),
        ids,
      );
    } catch (error) {
      await client.end();
      throw error;
    }
  }

  /** The rows of a table in the text format of COPY, by primary key, which begins with the organization where the table is theirs. */
  async *rowsOf(table: SnapshotTable): AsyncGenerator<Buffer> {
    if (!table.isOfOrganizations) yield* this.copied(table, '');
    else {
      for (const ids of this.someOrganizations()) {
        await this.enter(ids);
        yield* this.copied(table, `where organization_id = any (${escapeLiteral(`{${ids.join(',')}}`)})`);
      }
    }
  }

  /** Files whose key was there: their bytes belong to the backup. */
  async *files(): AsyncGenerator<FileOfOrganization> {
    for (const ids of this.someOrganizations()) {
      await this.enter(ids);
      for (let last = BEFORE_ALL, page = [last]; page.length > 0; last = page.at(-1) ?? last) {
        page = await this.filesAfter(last, ids);
        yield* page;
      }
    }
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  private copied({ name, columns, primaryKey }: SnapshotTable, where: string): Readable {
    const list = columns.map((column) => REWRITTEN[name]?.[column] ?? escapeIdentifier(column)).join(', ');
    const order = primaryKey.map(escapeIdentifier).join(', ');
    const rows = `select ${list} from public.${escapeIdentifier(name)} ${where} order by ${order}`;
    return this.client.query(copyTo(`copy (${rows}) to stdout`));
  }

  private async filesAfter(
    { organizationId, id }: FileOfOrganization,
    ids: readonly string[],
  ): Promise<FileOfOrganization[]> {
    const { rows } = await this.client.query<FileOfOrganization>(
      `select organization_id as "organizationId", id from stored_file
       where organization_id = any ($1) and (organization_id, id) > ($2, $3) and wrapped_key is not null
       order by organization_id, id limit ${FILES_AT_ONCE}`,
      [ids, organizationId, id],
    );
    return rows;
  }

  private *someOrganizations(): Generator<readonly string[]> {
    for (let start = 0; start < this.organizationIds.length; start += ORGANIZATIONS_AT_ONCE) {
      yield this.organizationIds.slice(start, start + ORGANIZATIONS_AT_ONCE);
    }
  }

  private async enter(organizationIds: readonly string[]): Promise<void> {
    await this.client.query(`select set_config('${READ_SETTING}', $1, true)`, [
      `{${organizationIds.join(',')}}`,
    ]);
  }
}

async function refuseOtherLevel(client: Client): Promise<void> {
  const { rows: there } = await client.query<{ found: boolean }>(
    `select to_regclass('public.${MIGRATION_TABLE}') is not null as found`,
  );
  if (!there[0]?.found) {
    throw new BackupError(
      'no-installation',
      'The database holds nothing of Duecare: there is nothing to back up.',
    );
  }
  const { rows } = await client.query<{ name: string }>(`select name from ${MIGRATION_TABLE}`);
  const level = new Set(rows.map(({ name }) => name));
  if (level.size === MIGRATIONS.length && MIGRATIONS.every(({ name }) => level.has(name))) return;
  throw new BackupError(
    'not-up-to-date',
    'The database is that of another version of Duecare. Back it up with the version that last served it.',
  );
}

async function tablesOf(client: Client): Promise<SnapshotTable[]> {
  const { rows } = await client.query<SnapshotTable & { isForced: boolean }>(
    `select c.relname::text as name,
       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id') and c.relforcerowsecurity
         as "isOfOrganizations",
       c.relforcerowsecurity as "isForced",
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
       (select array_agg(a.attname::text order by k.place) from pg_index i
        cross join unnest(i.indkey) with ordinality as k (number, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
        where i.indrelid = c.oid and i.indisprimary) as "primaryKey"
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname = any ($1) and c.relkind = 'r'`,
    [ARCHIVED_TABLES],
  );
  const hidden = rows.find(({ isForced, isOfOrganizations }) => isForced && !isOfOrganizations);
  if (hidden)
    throw new Error(`the owner of the tables cannot read ${hidden.name}: a backup would lack its rows`);
  const references = await client.query<Reference>(
    `select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
     where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  const names = rows.map(({ name }) => name).sort();
  return fillingOrder(names, references.rows).map(
    (name) => rows.find((row) => row.name === name) as SnapshotTable,
  );
}

/** Those that number rows of the tables. */
async function sequencesOf(client: Client): Promise<ArchivedSequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct s.relname::text as name from pg_class s join pg_depend d on d.objid = s.oid
     join pg_class c on c.oid = d.refobjid
     where s.relkind = 'S' and s.relnamespace = 'public'::regnamespace and c.relname = any ($1) order by 1`,
    [ARCHIVED_TABLES],
  );
  const sequences: ArchivedSequence[] = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query<Omit<ArchivedSequence, 'name'>>(
      `select last_value::text as "lastValue", is_called as "isCalled" from public.${escapeIdentifier(name)}`,
    );
    sequences.push({ name, ...(state[0] as Omit<ArchivedSequence, 'name'>) });
  }
  return sequences;
}
