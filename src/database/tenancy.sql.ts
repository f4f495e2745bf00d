// Row-level security, the same for every tenant table. Two settings are set as a transaction opens: the organizations whose rows
// may be read, and the one organization that may be written to. Without them a statement sees and changes nothing.
import type { QueryRunner } from 'typeorm';

export const READ_SETTING = 'duecare.read_organizations';
export const WRITE_SETTING = 'duecare.write_organization';
/** The person whose own rows (account, password, sessions, second factors) may be read and written. */
export const PERSON_SETTING = 'duecare.person';
/** The person or API key for whom idempotency keys may be read and written. */
export const CALLER_SETTING = 'duecare.caller';

const READABLE = `organization_id = any (nullif(current_setting('${READ_SETTING}', true), '')::uuid[])`;
const WRITABLE = `organization_id = nullif(current_setting('${WRITE_SETTING}', true), '')::uuid`;

/** Forces row-level security on a table and gives it one policy per command. Called by the migration that creates the table. */
export async function protectTenantTable(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy ${table}_read on ${table} for select using (${READABLE});
    create policy ${table}_insert on ${table} for insert with check (${WRITABLE});
    create policy ${table}_update on ${table} for update using (${WRITABLE}) with check (${WRITABLE});
    create policy ${table}_delete on ${table} for delete using (${WRITABLE});
  `);
}

/**
 * Lets the application role reach the rows of one person at a time. The owner's functions find a session or an e-mail address among all.
 * @param setting which one holds the id; rows of a caller have CALLER_SETTING
 */
export async function protectPersonalTable(
  runner: QueryRunner,
  table: string,
  column: string,
  setting = PERSON_SETTING,
): Promise<void> {
  const own = `${column} = nullif(current_setting('${setting}', true), '')::uuid`;
  await runner.query(`
    alter table ${table} enable row level security;
    create policy ${table}_read on ${table} for select using (${own});
    create policy ${table}_insert on ${table} for insert with check (${own});
    create policy ${table}_update on ${table} for update using (${own}) with check (${own});
    create policy ${table}_delete on ${table} for delete using (${own});
  `);
}
