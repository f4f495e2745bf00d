// What a backup reads of a database with more organizations and files than it takes at once, and how it leaves out what must not be in it.
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { powerlessRole } from '../src/database/application-role';
import { migrateDatabase } from '../src/database/migrate';
import type { OpenDatabase } from '../src/database/open-database';
import { READ_SETTING } from '../src/database/tenancy.sql';
import { FILES_AT_ONCE, ORGANIZATIONS_AT_ONCE, Snapshot } from '../src/backups/snapshot';
import { ThrowawayDatabases } from './backups/throwaway-database';

jest.setTimeout(120_000);

const ORGANIZATIONS = 2 * ORGANIZATIONS_AT_ONCE + 17;
const FILES = 2 * FILES_AT_ONCE + 3;

const databases = new ThrowawayDatabases();
let database: OpenDatabase;
let owner: Client;

beforeAll(async () => {
  database = await databases.make();
  await migrateDatabase(database.ownerUrl, await powerlessRole(database.applicationUrl, database.ownerUrl));
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  // The owner lays row-level security aside to fill the tables at once, as a restore does.
  await owner.query(`
    alter table organization no force row level security; alter table stored_file no force row level security;
    insert into organization (organization_id, key, name, time_zone, covered_entity, client_states, clinician_states, modalities, specialties,
      clinicians, clients_per_year)
    select gen_random_uuid(), 'practice-' || n, E'Practice\\t' || n, 'UTC', 'yes', '{IL}', '{IL}', '{telehealth}', '{}', 1, 1
      from generate_series(1, ${ORGANIZATIONS}) n;
    insert into stored_file (organization_id, id, digest, bytes, media_type, name, wrapped_key, uploaded_at)
    select o.organization_id, gen_random_uuid(), 'sha256:' || encode(sha256(n::text::bytea), 'hex'), 1, 'text/plain', 'x', '\\x00', now()
      from (select organization_id from organization order by organization_id limit 3) o, generate_series(1, ${Math.ceil(FILES / 3)}) n;
    alter table organization force row level security; alter table stored_file force row level security;`);
  await owner.query(
    `insert into idempotency_key (caller_id, key_digest, body_digest, attempt_id, state, answer, started_at, expires_at)
     select gen_random_uuid(), sha256(state::bytea), sha256(state::bytea), gen_random_uuid(), state, answer::bytea, now(), now()
     from (values ('running', null), ('worked', null), ('answered', 'a secret shown once')) as k (state, answer)`,
  );
});

afterAll(async () => {
  await owner.end();
  await databases.removeAll();
});

async function textOf(pieces: AsyncIterable<Buffer>): Promise<string> {
  const read: Buffer[] = [];
  for await (const piece of pieces) read.push(piece);
  return Buffer.concat(read).toString('utf8');
}

async function rowsIn(name: string): Promise<string> {
  const snapshot = await Snapshot.open(database.ownerUrl);
  const table = snapshot.tables.find((one) => one.name === name);
  if (!table) throw new Error(`no backup holds ${name}`);
  const rows = await textOf(snapshot.rowsOf(table));
  await snapshot.close();
  return rows;
}

it.each([
  ['organization', 'organization_id', ORGANIZATIONS],
  ['stored_file', 'organization_id, id', FILES],
])('every row of %s is there once, in the order of its key', async (name, key, count) => {
  const rows = await rowsIn(name);
  expect(rows.split('\n').length - 1).toBeGreaterThanOrEqual(count);
  await owner.query('begin');
  await owner.query(
    `set local timezone = 'UTC'; select set_config('${READ_SETTING}', array_agg(organization_id)::text, true)
     from unnest($$${await allOrganizations()}$$::uuid[]) as organization_id`,
  );
  const whole = `copy (select * from ${name} order by ${key}) to stdout`;
  expect(await textOf(owner.query(copyTo(whole)))).toBe(rows);
  await owner.query('rollback');
});

it('every file is there once, in the order of its key, however many there are', async () => {
  const snapshot = await Snapshot.open(database.ownerUrl);
  const found: string[] = [];
  for await (const { organizationId, id } of snapshot.files()) found.push(`${organizationId}/${id}`);
  await snapshot.close();
  expect(found.length).toBe(3 * Math.ceil(FILES / 3));
  expect(found).toEqual([...new Set(found)].sort());
});

it('of an answer that is kept for an Idempotency-Key a backup has only that its work was done', async () => {
  const rows = await rowsIn('idempotency_key');
  expect(rows).not.toContain(Buffer.from('a secret').toString('hex'));
  const states = rows
    .split('\n')
    .filter(Boolean)
    .map((row) => row.split('\t').slice(4, 6));
  expect(states.sort()).toEqual([
    ['running', '\\N'],
    ['worked', '\\N'],
    ['worked', '\\N'],
  ]);
});

async function allOrganizations(): Promise<string> {
  const { rows } = await owner.query<{ ids: string }>(
    `select array_agg(id)::text as ids from organization_ids(null, ${ORGANIZATIONS}) as id`,
  );
  return rows[0]?.ids ?? '{}';
}
