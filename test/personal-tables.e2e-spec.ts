// What is one person's own stays with them even where a statement forgets to say whose: the application's own role, with the setting forgotten, sees
// nothing; with the setting of one person, nothing of another's. A personal table that is new has to be added below, or the first test fails.
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { PERSON_SETTING } from '../src/database/tenancy.sql';
import { PERSONAL_TABLES } from '../src/database/tenant-tables';
import { testDatabase } from './support/test-database';
import { TestPeople, type TestPerson } from './support/test-people';

/** How a row of a person comes into each table: $1 is the person, $2 a new id. */
const INSERTS: Record<string, string> = {
  person: `insert into person (id, email, name, created_at, updated_at)
    select $2, $1::uuid || '@intruders.example', 'Intruder', now(), now()`,
  person_password: `insert into person_password (person_id, hash, changed_at) values ($1, $2::uuid::text, now())`,
  session: `insert into session (id, person_id, digest, created_at, last_seen_at, expires_at)
    values ($2, $1, sha256(uuid_send($2::uuid)), now(), now(), now())`,
  person_event: `insert into person_event (person_id, id, occurred_at, action, data) values ($1, $2, now(), 'account.changed', '{}')`,
  totp: `insert into totp (person_id, secret) values ($1, uuid_send($2::uuid))`,
  recovery_code: `insert into recovery_code (person_id, digest) values ($1, sha256(uuid_send($2::uuid)))`,
  passkey: `insert into passkey (id, person_id, credential_id, public_key, signature_count, transports, synced, name, created_at, updated_at)
    values ($2, $1, $2::uuid::text, '\\x00', 0, '{}', false, 'Phone', now(), now())`,
};
/** These come with TestPeople. */
const THERE_ALREADY = ['person', 'person_password', 'session'];
const TABLES = Object.keys(PERSONAL_TABLES);
const holderIn = (table: string) => (table === 'person' ? 'id' : 'person_id');

let people: TestPeople;
let application: Client;
let mine: TestPerson;
let theirs: TestPerson;

beforeAll(async () => {
  people = await TestPeople.connect();
  application = new Client({ connectionString: testDatabase().applicationUrl });
  await application.connect();
  [mine, theirs] = [await people.add({ password: true }), await people.add({ password: true })];
  for (const person of [mine, theirs]) {
    for (const [table, insert] of Object.entries(INSERTS)) {
      if (!THERE_ALREADY.includes(table)) await people.query(insert, [person.id, uuidv7()]);
    }
  }
});

afterAll(() => Promise.all([application.end(), people.close()]));

/** Runs as the application role, opened for a person or for nobody, and rolls back. */
async function opened<T>(personId: string | null, run: () => Promise<T>): Promise<T> {
  await application.query('begin');
  try {
    if (personId) await application.query('select set_config($1, $2, true)', [PERSON_SETTING, personId]);
    return await run();
  } finally {
    await application.query('rollback');
  }
}

async function holders(table: string): Promise<string[]> {
  const { rows } = await application.query<{ holder: string }>(
    `select distinct ${holderIn(table)} as holder from ${table}`,
  );
  return rows.map(({ holder }) => holder);
}

it('every personal table is looked at here, and holds a row of each of the two', async () => {
  expect(Object.keys(INSERTS).sort()).toEqual([...TABLES].sort());
  for (const table of TABLES) {
    const found = await people.query(
      `select distinct ${holderIn(table)} from ${table} where ${holderIn(table)} = any ($1)`,
      [[mine.id, theirs.id]],
    );
    expect([table, found.length]).toEqual([table, 2]);
  }
});

describe.each(TABLES)('%s', (table) => {
  it('shows the application no row where the setting was forgotten, or is empty', async () => {
    expect(await opened(null, () => holders(table))).toEqual([]);
    const empty = await opened(null, async () => {
      await application.query('select set_config($1, $2, true)', [PERSON_SETTING, '']);
      return holders(table);
    });
    expect(empty).toEqual([]);
  });

  it("shows one person their own rows and nobody else's", async () => {
    expect(await opened(mine.id, () => holders(table))).toEqual([mine.id]);
    expect(await opened(theirs.id, () => holders(table))).toEqual([theirs.id]);
  });

  const touch = async (statement: string, values: string[]) =>
    (await application.query(statement, values)).rowCount;
  const column = holderIn(table);

  it.each([
    ['update', `update ${table} set ${column} = ${column} where ${column} = $1`],
    ['delete', `delete from ${table} where ${column} = $1`],
  ] as const)("lets nobody %s what is another's", async (privilege, statement) => {
    if (!PERSONAL_TABLES[table]?.includes(privilege)) {
      await expect(opened(mine.id, () => touch(statement, [mine.id]))).rejects.toThrow(/permission denied/);
      return;
    }
    const mayBeTouched = opened(mine.id, () => touch(statement, [mine.id]));
    expect(await mayBeTouched).toBeGreaterThan(0);
    expect(await opened(mine.id, () => touch(statement, [theirs.id]))).toBe(0);
    expect(await opened(null, () => touch(statement, [theirs.id]))).toBe(0);
  });

  it('hands no row over to another, and takes none for another', async () => {
    const handOver = `update ${table} set ${column} = $2 where ${column} = $1`;
    await expect(opened(mine.id, () => touch(handOver, [mine.id, theirs.id]))).rejects.toThrow(
      /row-level security|permission denied/,
    );
    const insert = INSERTS[table] ?? '';
    for (const as of [mine.id, null]) {
      await expect(opened(as, () => touch(insert, [theirs.id, uuidv7()]))).rejects.toThrow(
        /row-level security/,
      );
    }
  });
});
