// One PostgreSQL for all end-to-end tests: the embedded one, in a throwaway folder, migrated once. Test files share it and
// keep apart by making their own organizations, which is what tenancy is for.
import 'reflect-metadata';
import { join } from 'node:path';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { powerlessRole } from '../../src/database/application-role';
import { clusterPaths, OWNER_ROLE, SUPERVISOR_ROLE } from '../../src/database/embedded/cluster-paths';
import { startEmbeddedPostgres } from '../../src/database/embedded/embedded-postgres';
import { readPasswords } from '../../src/database/embedded/passwords';
import { migrateDatabase } from '../../src/database/migrate';
import { digestOfApiKey, newApiKey } from '../../src/identity/api-key';
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
  const role = await powerlessRole(applicationUrl, ownerUrl);
  await migrateDatabase(ownerUrl, role);
  await prepareQueues(ownerUrl, role);
  const apiKey = newApiKey();
  await insertApiKey(ownerUrl, apiKey);
  setTestDatabase({ ownerUrl, superuserUrl, applicationUrl, apiKey, stoppedCluster });
  (globalThis as { endTestDatabase?: () => Promise<void> }).endTestDatabase = async () => {
    await server.stop();
    folders.removeAll();
  };
}

/** The address of the owner with the name and the password of the superuser. */
async function asSuperuser(ownerUrl: string, dataFolder: string): Promise<string> {
  const passwords = await readPasswords(clusterPaths(dataFolder).passwords);
  return ownerUrl
    .replace(OWNER_ROLE, SUPERVISOR_ROLE)
    .replace(passwords[OWNER_ROLE], passwords[SUPERVISOR_ROLE]);
}

async function insertApiKey(ownerUrl: string, apiKey: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('insert into api_key (id, digest, label) values ($1, $2, $3)', [
    uuidv7(),
    digestOfApiKey(apiKey),
    'end-to-end tests',
  ]);
  await client.end();
}
