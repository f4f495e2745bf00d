// Brings a database to the newest schema with the owner's connection, and gives the application role exactly the privileges
// of tenant-tables.ts: no more, even if somebody granted more by hand.
import { Client, escapeIdentifier } from 'pg';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations';
import { DatabaseError } from './database.errors';
import { ALL_TABLES } from './tenant-tables';

export const MIGRATION_TABLE = 'duecare_migration';

/** Functions through which the application role reaches what it may not read: ids and yes or no, never digests; and what columns are worked out by. */
const FUNCTIONS = [
  'authenticate_session(bytea, uuid, timestamptz, interval)',
  'organizations_of_person(uuid, timestamptz)',
  'organizations_of_session(uuid, timestamptz)',
  'portfolio_of_session(uuid, timestamptz)',
  'examples_of_person(uuid)',
  'authenticate_api_key(bytea, uuid, timestamptz)',
  'organizations_of_api_key(uuid, timestamptz)',
  'add_api_key_digest(bytea, uuid, uuid, timestamptz)',
  'person_with_email(text)',
  'person_of_passkey(text)',
  'somebody_is_there()',
  'ownerless_organizations()',
  'issue_one_time_token(bytea, uuid, text, uuid, uuid, uuid, timestamptz)',
  'read_one_time_token(bytea, text, timestamptz)',
  'use_one_time_token(bytea, text, timestamptz)',
  'void_one_time_tokens(text, uuid, uuid, uuid, timestamptz)',
  'purge_one_time_tokens(interval)',
  'purge_sessions(interval)',
  'unfinished_reports()',
  'organizations_to_rescore(timestamptz, text, text)',
  'organization_ids(uuid, integer)',
  'audit_logs_to_sign(timestamptz)',
  'prune_audit_log(uuid, bigint)',
  'purge_idempotency_keys(timestamptz)',
  'forget_answers_kept_for(uuid, timestamptz)',
  'is_redaction_of(text, text)',
  'score_overview(jsonb)',
  'organization_is_closed(uuid)',
  'erasure_is_due(uuid)',
  'organizations_to_erase(timestamptz)',
  'erase_organization(uuid, timestamptz)',
  'examples_to_close(timestamptz)',
  'add_vendor_link_digest(bytea, uuid, uuid, text)',
  'authenticate_vendor_link(bytea, text, timestamptz)',
  'purge_vendor_link_digests(interval)',
  'add_calendar_link_digest(bytea, uuid, uuid)',
  'authenticate_calendar_link(bytea, timestamptz)',
  'purge_calendar_link_digests(interval)',
];

const OLDEST_POSTGRES = 150_000;
/** Any fixed number: two processes that start at once migrate one after the other. A restore holds it too. */
export const MIGRATION_LOCK = 716_253_001;

/**
 * Runs pending migrations and sets the application role's privileges.
 * @param beforeFirst told once nobody else migrates or restores, and before anything is changed; what it throws stops it
 * @returns the names of the migrations that ran
 * @throws DatabaseError when the server is too old
 */
export async function migrateDatabase(
  ownerUrl: string,
  applicationRole: string,
  beforeFirst: () => Promise<void> = () => Promise.resolve(),
): Promise<string[]> {
  const lock = new Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await refuseOldServer(lock);
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await beforeFirst();
    const ran = await runMigrations(ownerUrl);
    await grantPrivileges(lock, applicationRole);
    return ran;
  } finally {
    await lock.end();
  }
}

/** @param migrations that it knows of: all, or those up to one where a test stands between two */
export function ownerDataSource(ownerUrl: string, migrations = MIGRATIONS): DataSource {
  return new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations,
    migrationsTableName: MIGRATION_TABLE,
    migrationsTransactionMode: 'all',
  });
}

async function runMigrations(ownerUrl: string): Promise<string[]> {
  const dataSource = await ownerDataSource(ownerUrl).initialize();
  try {
    return (await dataSource.runMigrations()).map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

async function refuseOldServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
  if (Number(rows[0]?.server_version_num) >= OLDEST_POSTGRES) return;
  throw new DatabaseError(
    'postgresql-too-old',
    'PostgreSQL 15 or newer is needed. Point DATABASE_URL at a newer server.',
  );
}

async function grantPrivileges(client: Client, applicationRole: string): Promise<void> {
  const role = escapeIdentifier(applicationRole);
  const grants = Object.entries(ALL_TABLES)
    .filter(([, privileges]) => privileges.length > 0)
    .map(
      ([table, privileges]) =>
        `grant ${privileges.join(', ')} on public.${escapeIdentifier(table)} to ${role};`,
    );
  await client.query(`
    begin;
    revoke create on schema public from public;
    grant usage on schema public to ${role};
    revoke all on all tables in schema public from ${role}, public;
    revoke all on all functions in schema public from public;
    ${grants.join('\n')}
    ${FUNCTIONS.map((signature) => `grant execute on function public.${signature} to ${role};`).join('\n')}
    commit;
  `);
}
