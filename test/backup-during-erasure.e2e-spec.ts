// An organization is erased while a backup is written, between its rows and the bytes of its files.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { KEY_FILES } from '../src/backups/archive-format';
import { writeBackup } from '../src/backups/write-backup';
import { powerlessRole } from '../src/database/application-role';
import { migrateDatabase } from '../src/database/migrate';
import { ThrowawayDatabases } from './backups/throwaway-database';
import { ThrowawayFolders } from './embedded-postgres/throwaway-folder';

jest.setTimeout(120_000);

const databases = new ThrowawayDatabases();
const folders = new ThrowawayFolders();
const [erased, lost] = [
  { organizationId: uuidv7(), id: uuidv7() },
  { organizationId: uuidv7(), id: uuidv7() },
];
let ownerUrl: string;
let owner: Client;

beforeAll(async () => {
  const database = await databases.make();
  ownerUrl = database.ownerUrl;
  await migrateDatabase(ownerUrl, await powerlessRole(database.applicationUrl, ownerUrl));
  owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  const tables = ['organization', 'stored_file', 'audit_log_head'];
  const force = (how: string) =>
    tables.map((name) => `alter table ${name} ${how} row level security;`).join(' ');
  await owner.query(`${force('no force')} alter table organization disable trigger organization_made_open`);
  for (const { organizationId, id } of [erased, lost]) {
    await owner.query(
      `insert into organization (organization_id, key, name, time_zone, covered_entity, client_states, clinician_states, modalities, specialties,
         clinicians, clients_per_year, closed_at, closed_because, erase_on)
       values ($1::uuid, $1::uuid::text, 'Practice', 'UTC', 'yes', '{IL}', '{IL}', '{telehealth}', '{}', 1, 1,
         now() - interval '91 days', 'practice_ended', current_date - 1)`,
      [organizationId],
    );
    await owner.query(
      `insert into audit_log_head (organization_id, sequence, digest) values ($1, 1, repeat('0', 64))`,
      [organizationId],
    );
    await owner.query(
      `insert into stored_file (organization_id, id, digest, bytes, media_type, name, wrapped_key, uploaded_at)
       values ($1, $2, 'sha256:' || repeat('0', 64), 1, 'text/plain', 'x', '\\x00', now())`,
      [organizationId, id],
    );
  }
  await owner.query(`${force('force')} alter table organization enable trigger organization_made_open`);
});

afterAll(async () => {
  await owner.end();
  await databases.removeAll();
  folders.removeAll();
});

it('files of the one that was erased are not missing; one that is lost of another still is', async () => {
  const dataFolder = folders.make();
  for (const name of KEY_FILES) {
    if (name !== 'backup-key.txt') writeFileSync(join(dataFolder, name), 'a key', { mode: 0o600 });
  }
  const progress = async (step: string): Promise<void> => {
    if (step === 'Backing up stored files')
      await owner.query('select erase_organization($1, now())', [erased.organizationId]);
  };
  const path = join(folders.make(), 'backup.age');
  const { manifest } = await writeBackup({ ownerUrl, dataFolder, recipients: [] }, path, { progress });
  expect([manifest.tables.stored_file?.rows, manifest.missingFiles, manifest.destroyedMeanwhile]).toEqual([
    ...[2, [lost], []],
  ]);
});
