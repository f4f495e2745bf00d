// Every migration can be undone and done again, on a database of its own: nothing is left behind, and the same schema comes back.
import { Client, Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { MIGRATIONS } from '../migrations';
import { verifyAuditLog } from '../src/audit-log/verify-audit-log';
import { powerlessRole } from '../src/database/application-role';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../src/database/embedded/embedded-postgres';
import { MIGRATION_TABLE, migrateDatabase, ownerDataSource } from '../src/database/migrate';
import { inReadSnapshot } from '../src/database/read-snapshot';
import { WRITE_SETTING } from '../src/database/tenancy.sql';
import { ThrowawayFolders } from './embedded-postgres/throwaway-folder';

const folders = new ThrowawayFolders();
let postgres: EmbeddedPostgres;
let role: string;

beforeAll(async () => {
  postgres = await startEmbeddedPostgres({ dataFolder: folders.make() });
  role = await powerlessRole(postgres.applicationUrl, postgres.ownerUrl);
}, 120_000);

afterAll(async () => {
  await postgres.stop();
  folders.removeAll();
});

/** Everything in the public schema that the migrations make, a line each, but for the migrations' own table. */
async function schemaLines(): Promise<string[]> {
  const client = new Client({ connectionString: postgres.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ line: string }>(
    `select line from (
       select concat_ws(' ', 'column', table_name, column_name, data_type, is_nullable, column_default) as line, table_name
         from information_schema.columns where table_schema = 'public'
       union all
       select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid)), conrelid::regclass::text
         from pg_constraint where connamespace = 'public'::regnamespace
       union all
       select concat_ws(' ', 'index', indexdef), tablename from pg_indexes where schemaname = 'public'
       union all
       select concat_ws(' ', 'policy', tablename, policyname, cmd, qual, with_check), tablename from pg_policies
         where schemaname = 'public'
       union all
       select concat_ws(' ', 'security', relname, relrowsecurity, relforcerowsecurity), relname::text from pg_class
         where relnamespace = 'public'::regnamespace and relkind = 'r'
       union all
       select concat_ws(' ', 'trigger', pg_get_triggerdef(oid)), tgrelid::regclass::text from pg_trigger where not tgisinternal
       union all
       select concat_ws(' ', 'function', pg_get_functiondef(oid), proacl), '' from pg_proc where pronamespace = 'public'::regnamespace
       union all
       select concat_ws(' ', 'type', typname), '' from pg_type
         where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
       union all
       select concat_ws(' ', 'collation', collname, collprovider), '' from pg_collation where collnamespace = 'public'::regnamespace
       union all
       select concat_ws(' ', 'sequence', relname), '' from pg_class
         where relnamespace = 'public'::regnamespace and relkind = 'S' and relname not like $1 || '%'
       union all
       select concat_ws(' ', 'grant', table_name, grantee, privilege_type), table_name
         from information_schema.role_table_grants where table_schema = 'public'
     ) as found where table_name <> $1 order by line`,
    [MIGRATION_TABLE],
  );
  await client.end();
  return rows.map(({ line }) => line);
}

async function undoOne(): Promise<void> {
  await withMigrations(MIGRATIONS, (dataSource) => dataSource.undoLastMigration({ transaction: 'all' }));
}

/** @returns the names of those that ran */
async function doThose(migrations: typeof MIGRATIONS): Promise<string[]> {
  return withMigrations(migrations, async (dataSource) =>
    (await dataSource.runMigrations()).map(({ name }) => name),
  );
}

async function withMigrations<Result>(
  migrations: typeof MIGRATIONS,
  work: (dataSource: DataSource) => Promise<Result>,
): Promise<Result> {
  const dataSource = await ownerDataSource(postgres.ownerUrl, migrations).initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

const names = MIGRATIONS.map(({ name }) => name);

it('all migrations run on an empty database, once', async () => {
  expect(await migrateDatabase(postgres.ownerUrl, role)).toEqual(names);
  expect(await migrateDatabase(postgres.ownerUrl, role)).toEqual([]);
});

it('undone altogether, nothing is left; then each leaves what was there before it when undone, and the same schema when done again', async () => {
  const whole = await schemaLines();
  expect(whole.length).toBeGreaterThan(200);
  for (const _migration of MIGRATIONS) await undoOne();
  let before = await schemaLines();
  expect(before).toEqual([]);
  for (const [index, name] of names.entries()) {
    const upToIt = MIGRATIONS.slice(0, index + 1);
    expect(await doThose(upToIt)).toEqual([name]);
    const after = await schemaLines();
    await withMigrations(upToIt, (dataSource) => dataSource.undoLastMigration({ transaction: 'all' }));
    expect(await schemaLines()).toEqual(before);
    expect(await doThose(upToIt)).toEqual([name]);
    expect(await schemaLines()).toEqual(after);
    before = after;
  }
  // The privileges of the application role come with the last step of a start.
  expect(await migrateDatabase(postgres.ownerUrl, role)).toEqual([]);
  expect(await schemaLines()).toEqual(whole);
}, 300_000);

it('two processes that start at once migrate one after the other', async () => {
  for (const _migration of MIGRATIONS) await undoOne();
  const ran = await Promise.all([1, 2, 3].map(() => migrateDatabase(postgres.ownerUrl, role)));
  expect(ran.flat()).toEqual(names);
});

it('the audit log that was there before the chain is chained, each organization on its own', async () => {
  await migrateDatabase(postgres.ownerUrl, role);
  while ((await columnsOfAuditEvent()).includes('digest')) await undoOne();
  const ids = [uuidv7(), uuidv7()];
  const owner = new Client({ connectionString: postgres.ownerUrl });
  await owner.connect();
  for (const id of ids) {
    await owner.query('begin');
    await owner.query(`select set_config('${WRITE_SETTING}', $1, true)`, [id]);
    await owner.query(
      `insert into organization (organization_id, key, name, time_zone, covered_entity, client_states, clinician_states, modalities,
         specialties, clinicians, clients_per_year) values ($1::uuid, $1::uuid::text, 'x', 'UTC', 'yes', '{IL}', '{IL}', '{telehealth}', '{}', 1, 1)`,
      [id],
    );
    await owner.query(
      `insert into audit_event (organization_id, id, actor_kind, action, subject_kind, subject_id, data)
       select $1::uuid, gen_random_uuid(), 'system', 'vendor.updated', 'vendor', gen_random_uuid(), jsonb_build_object('version', n, 'key', 'x')
       from generate_series(1, 3000) n`,
      [id],
    );
    await owner.query('commit');
  }
  await owner.end();
  await migrateDatabase(postgres.ownerUrl, role);
  const pool = new Pool({ connectionString: postgres.applicationUrl, max: 1 });
  for (const id of ids) {
    const trust = { keyIds: null, now: new Date() };
    const found = await inReadSnapshot(pool, [id], (client) => verifyAuditLog(client, id, trust));
    expect(found).toMatchObject({ isIntact: true, entries: 3_000, firstFault: null });
  }
  await pool.end();
}, 60_000);

async function columnsOfAuditEvent(): Promise<string> {
  return (await schemaLines()).filter((line) => line.startsWith('column audit_event ')).join();
}
