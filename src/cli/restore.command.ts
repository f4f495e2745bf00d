// duecare restore FILE: from a backup to an installation that can be started.
import { join } from 'node:path';
import { BACKUP_KEY_FILE, readBackupKey } from '../backups/backup-key';
import { checkArchive, type CheckedArchive } from '../backups/check-archive';
import { restoreBackup } from '../backups/restore-backup';
import { PROJECT_ROOT } from '../common/project-root';
import { readSettingsFromProcess } from '../config/settings';
import { defaultDataFolder } from '../database/embedded/default-data-folder';
import { openDatabase } from '../database/open-database';
import { backupRefusal } from './backup-refusal';
import { EXIT, type ExitCode } from './exit-codes';
import { onOneLine } from './printable-text';

export interface RestoreFlags {
  key?: string;
  check?: boolean;
}

/** 0 done; 2 refused, with nothing changed; 3 done, but the backup lacks stored files that it should have. */
export async function restore(archive: string, { key, check }: RestoreFlags): Promise<ExitCode> {
  const settings = readSettingsFromProcess();
  const dataFolder = settings.dataFolder ?? defaultDataFolder(PROJECT_ROOT);
  const checked = await backupRefusal(async () => {
    const identity = await readBackupKey(key ?? join(dataFolder, BACKUP_KEY_FILE));
    if (check) {
      progress('Checking the backup');
      return checkArchive(archive, identity);
    }
    return restoreBackup({
      ...{ archive, identity, dataFolder, progress },
      openDatabase: () => openDatabase(settings, dataFolder, progress),
    });
  });
  process.stdout.write(`${closingWords(archive, checked, Boolean(check)).map(onOneLine).join('\n')}\n`);
  return checked.manifest.missingFiles.length === 0 ? EXIT.ok : EXIT.incomplete;
}

function closingWords(archive: string, { header, manifest }: CheckedArchive, isCheck: boolean): string[] {
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
  const files = Object.keys(manifest.entries).filter((name) => name.startsWith('files/')).length;
  const made = `made by Duecare ${header.productVersion} on PostgreSQL ${header.postgresqlMajor}, as of ${header.createdAt}`;
  const missing = manifest.missingFiles.map(
    ({ organizationId, id }) =>
      `Not in the backup, since the installation had lost it: file ${id} of organization ${organizationId}`,
  );
  return [
    `${archive} is whole: ${header.organizations} organizations, ${rows} rows, ${files} files, ${made}`,
    ...missing,
    ...(isCheck ? [] : AFTERWARDS),
  ];
}

const AFTERWARDS = [
  'Restored. Start the server with the same settings. Everybody signs in again.',
  'What was ended since the backup is there again: look through members and API keys, and destroy files anew that were destroyed.',
];

function progress(step: string): void {
  process.stderr.write(`${step} ...\n`);
}
