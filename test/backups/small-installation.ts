// An installation with little in it, on the tests' PostgreSQL, and a backup of it: for all that is about archives and restores rather than about what they hold.
import { join } from 'node:path';
import { readBackupKey } from '../../src/backups/backup-key';
import { writeBackup } from '../../src/backups/write-backup';
import { setUpOwner } from '../../src/cli/set-up-owner';
import { readSettings } from '../../src/config/settings';
import type { OpenDatabase } from '../../src/database/open-database';
import { startApplication, type RunningApplication } from '../../src/server/start-application';
import { practiceBody, vendorBody } from '../factories/records.factory';
import { NO_LIMITS } from '../support/test-application';
import { PersonAtServer } from './lived-in-practice';
import type { Restoring } from './restoring';

export interface SmallInstallation {
  database: OpenDatabase;
  dataFolder: string;
  archive: string;
  /** a copy of the key, where the docs say that one is kept */
  keyFile: string;
  organizationId: string;
  fileId: string;
}

/** The real application on a database and a data folder; its own errors alone are logged. */
export function applicationOn(
  { applicationUrl, ownerUrl }: OpenDatabase,
  dataFolder: string,
): Promise<RunningApplication> {
  const settings = readSettings({
    ...{ DATABASE_URL: applicationUrl, DATABASE_MIGRATION_URL: ownerUrl, DATA_FOLDER: dataFolder },
    ...{ PORT: '0', LOG_LEVEL: 'silent', NODE_ENV: 'test', ...NO_LIMITS },
  });
  return startApplication({ settings });
}

/** One practice with a vendor and a stored file, backed up. The restores of `restoring` take its key. */
export async function backedUpInstallation(restoring: Restoring): Promise<SmallInstallation> {
  const [database, dataFolder] = [await restoring.databases.make(), restoring.folders.make()];
  const application = await applicationOn(database, dataFolder);
  const { url, setupToken } = application;
  const made = await setUpOwner(url, setupToken, practiceBody());
  const organizationId = made.organizationId ?? '';
  const owner = new PersonAtServer(url, made.session);
  const at = `/v1/organizations/${organizationId}`;
  await owner.post(`${at}/vendors`, vendorBody());
  const fileId = await owner.upload(
    `${at}/files`,
    Buffer.from('Minimum necessary.\n'.repeat(5_000)),
    'policy.txt',
  );
  await application.stop();
  const archive = join(restoring.folders.make(), 'backup.tar.gz.age');
  await writeBackup({ ownerUrl: database.ownerUrl, dataFolder, recipients: [] }, archive);
  const keyFile = join(dataFolder, 'backup-key.txt');
  restoring.identity = await readBackupKey(keyFile);
  return { database, dataFolder, archive, keyFile, organizationId, fileId };
}
