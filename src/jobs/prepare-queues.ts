// The queue's own tables belong to the owner, like every other: the application role may use them and not change their form.
import PgBoss from 'pg-boss';
import { Client, escapeIdentifier } from 'pg';
import { QUEUES, QUEUE_SCHEMA } from './queues';

/** Makes or updates the queue's schema and queues with the owner's connection, and lets the application role work with them. */
export async function prepareQueues(ownerUrl: string, applicationRole: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const [name, options] of Object.entries(QUEUES)) {
      await boss.createQueue(name, { name, ...options });
      await boss.updateQueue(name, { name, ...options });
    }
  } finally {
    await boss.stop({ graceful: false, wait: true });
  }
  await grantQueueUse(ownerUrl, applicationRole);
}

async function grantQueueUse(ownerUrl: string, applicationRole: string): Promise<void> {
  const role = escapeIdentifier(applicationRole);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`
      grant usage on schema ${QUEUE_SCHEMA} to ${role};
      grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${role};
    `);
  } finally {
    await client.end();
  }
}
