import type { Pool, PoolClient } from 'pg';
import { READ_SETTING } from './tenancy.sql';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Runs several statements that see the rows of the organizations named, all of them as of the first. */
export async function inReadSnapshot<T>(
  pool: Pool,
  organizationIds: readonly string[],
  run: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(openingOf(organizationIds));
    const result = await run(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** One message with both statements. The ids are checked, not bound: SET takes no parameters. */
function openingOf(organizationIds: readonly string[]): string {
  organizationIds.forEach(assertUuid);
  return `begin isolation level repeatable read read only; set local ${READ_SETTING} = '{${organizationIds.join(',')}}'`;
}

export function assertUuid(id: string): void {
  if (!UUID.test(id)) throw new Error('an organization id must be a UUID');
}
