// One PostgreSQL for all end-to-end tests: the embedded one, in a throwaway folder, migrated once. What is migrated is copied for each file
// of tests (fresh-database.ts).
import 'reflect-metadata';
import { join } from 'node:path';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { powerlessRole } from '../../src/database/application-role';
import { clusterPaths, OWNER_ROLE, SUPERVISOR_ROLE } from '../../src/database/embedded/cluster-paths';
import { startEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres';
import { readPasswords } from '../../src/database/embedded/passwords';
import { migrateDatabase } from '../../src/database/migrate';
import { SESSION_TOKENS } from '../../src/identity/secret-token';
import { prepareQueues } from '../../src/jobs/prepare-queues';
import { copyFolder, ThrowawayFolders } from '../embedded-postgres/throwaway-folder';
import { setTestDatabase } from './test-database';

export default async function globalSetup(): Promise<void> {
  const folders = new ThrowawayFolders();
  const folder = folders.make();
  const [stoppedCluster, dataFolder] = [join(folder, 'stopped'), join(folder, 'data')];
  await (await startEmbeddedPostgres({ dataFolder: stoppedCluster })).stop();
  copyFolder(stoppedCluster, dataFolder);
  const server = await startEmbeddedPostgres({ dataFolder });
  const { ownerUrl, applicationUrl } = server;
  const superuserUrl = await asSuperuser(ownerUrl, dataFolder);
  await waitForNoDisk(superuserUrl);
  const role = await powerlessRole(applicationUrl, ownerUrl);
  await migrateDatabase(ownerUrl, role);
  await prepareQueues(ownerUrl, role);
  const session = SESSION_TOKENS.make();
  await insertPerson(ownerUrl, session);
  setTestDatabase({ ownerUrl, superuserUrl, applicationUrl, session, stoppedCluster });
  (globalThis as { endTestDatabase?: () => Promise<void> }).endTestDatabase = async () => {
    await server.stop();
    folders.removeAll();
  };
}

/** Nothing of this cluster has to outlive a machine that loses its power. */
async function waitForNoDisk(superuserUrl: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await client.query(`alter system set ${setting} = off`);
  await client.query('select pg_reload_conf()');
  await client.end();
}

/** The address of the owner with the name and the password of the superuser. */
async function asSuperuser(ownerUrl: string, dataFolder: string): Promise<string> {
  const passwords = await readPasswords(clusterPaths(dataFolder).passwords);
  return ownerUrl
    .replace(OWNER_ROLE, SUPERVISOR_ROLE)
    .replace(passwords[OWNER_ROLE], passwords[SUPERVISOR_ROLE]);
}

/** Somebody who is signed in for good, with a second factor, whatever the clock of a test says. */
async function insertPerson(ownerUrl: string, session: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const id = uuidv7();
  await client.query(
    `insert into person (id, email, name, has_second_factor, created_at, updated_at)
     values ($1, 'tess@tests.example', 'Tess Tester', true, now(), now())`,
    [id],
  );
  await client.query(
    `insert into session (id, person_id, digest, created_at, last_seen_at, expires_at, second_factor_at)
     values ($1, $2, $3, now(), '9999-01-01', '9999-01-01', now())`,
    [uuidv7(), id, SESSION_TOKENS.digestOf(session)],
  );
  await client.end();
}
