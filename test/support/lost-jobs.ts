// A server of an earlier file may have been ended over a job, which stays as being worked on until its time is up: a sweep does not ask for another.
import { Client } from 'pg';
import { QUEUE_SCHEMA, type QueueName } from '../../src/jobs/queues';
import { testDatabase } from './test-database';

/** Takes the jobs of these queues away that nobody works on any more. */
export async function forgetLostJobs(...queues: QueueName[]): Promise<void> {
  const owner = new Client({ connectionString: testDatabase().ownerUrl });
  await owner.connect();
  await owner.query(
    `delete from ${QUEUE_SCHEMA}.job where name = any ($1) and state in ('active', 'retry')`,
    [queues],
  );
  await owner.end();
}
