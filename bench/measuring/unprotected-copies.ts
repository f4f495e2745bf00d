// Tables once more, with the same rows, keys and indexes and no row-level security: what the bare servers read.
import { Client } from 'pg';
import { READ_SETTING } from '../../src/database/tenancy.sql';

/** @param organizations whose rows: one, or several */
export async function copyUnprotected(
  ownerUrl: string,
  organizations: string | readonly string[],
  { schema, tables }: { schema: string; tables: readonly string[] },
): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`select set_config('${READ_SETTING}', '{' || $1 || '}', false)`, [
      [organizations].flat().join(','),
    ]);
    await owner.query(`create schema ${schema}; grant usage on schema ${schema} to public`);
    for (const table of tables) {
      await owner.query(`
        create table ${schema}.${table} (like public.${table} including all excluding generated);
        insert into ${schema}.${table} overriding system value select * from public.${table};
        grant select on ${schema}.${table} to public;
      `);
      // Apart: what was stored a moment ago is counted, or the two servers would read by different plans.
      await owner.query(`analyze ${schema}.${table}`);
      await owner.query(`analyze public.${table}`);
    }
  } finally {
    await owner.end();
  }
}
