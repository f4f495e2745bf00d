// What becomes of a job that a worker is given in the moment in which its process is told to end.
import { Client } from 'pg';
import { QUEUE_SCHEMA, QUEUES } from '../src/jobs/queues';
import { forgetLostJobs } from './support/lost-jobs';
import { TestApplication } from './support/test-application';
import { testDatabase } from './support/test-database';
import { until } from './support/until';

/** A server of the tests makes no backups, and prints two reports at once. */
const WORKERS = Object.keys(QUEUES).length;

async function waitingSessions(client: Client): Promise<number> {
  const { rows } = await client.query<{ sessions: number }>(
    `select count(distinct pid)::int as sessions from pg_locks
     where not granted and database = (select oid from pg_database where datname = current_database())`,
  );
  return rows[0]?.sessions ?? 0;
}

it('is done and noted as done before the process ends: nobody has to wait until its time runs out', async () => {
  const owner = new Client({ connectionString: testDatabase().ownerUrl });
  await owner.connect();
  await forgetLostJobs('purge-ways-in', 'purge-idempotency-keys');
  const { rows: begun } = await owner.query<{ at: Date }>('select now() as at');
  const server = await TestApplication.start();
  const done = `select 1 from ${QUEUE_SCHEMA}.job where name in ('purge-ways-in', 'purge-idempotency-keys') and completed_on > $1`;
  await until(async () => (await owner.query(done, [begun[0]?.at])).rows.length >= 2);

  // Workers that ask for work wait for the lock, and get the job once the process is ending.
  await owner.query('begin');
  await owner.query(`lock table ${QUEUE_SCHEMA}.job in share row exclusive mode`);
  const inserted = await owner.query<{ id: string }>(
    `insert into ${QUEUE_SCHEMA}.job (name, data, priority) values ('purge-ways-in', '{}', 1) returning id`,
  );
  await until(async () => (await waitingSessions(owner)) >= WORKERS);
  const closing = server.close();
  await new Promise((resolve) => setImmediate(resolve));
  await owner.query('commit');
  await closing;

  const [job] = (
    await owner.query<{ state: string }>(`select state from ${QUEUE_SCHEMA}.job where id = $1`, [
      inserted.rows[0]?.id,
    ])
  ).rows;
  await owner.end();
  expect(job?.state).toBe('completed');
});
