// duecare backup FILE: everything of the installation in one encrypted archive.
import { join } from 'node:path';
import { BACKUP_KEY_FILE } from '../backups/backup-key';
import { writeBackup, type WrittenBackup } from '../backups/write-backup';
import { readSettingsFromProcess } from '../config/settings';
import { CommandRefusal } from './command-refusal';
import { EXIT, type ExitCode } from './exit-codes';
import { openInstallation } from './installation-database';
import { prepareOutput } from './output-file';
import { onOneLine } from './printable-text';
import { backupRefusal } from './backup-refusal';

/** 0 done; 2 cannot be done; 3 done, but the installation lacks stored files that it should have. */
export async function backUp(file: string): Promise<ExitCode> {
  const settings = readSettingsFromProcess();
  const output = await prepareOutput(file);
  if (!output.isReplaced) throw new CommandRefusal([`${onOneLine(file)} is no ordinary file; name a file.`]);
  const installation = await backupRefusal(() => openInstallation(settings));
  const written = await backupRefusal(async () => {
    try {
      const { ownerUrl, dataFolder } = installation;
      const source = { ownerUrl, dataFolder, recipients: settings.backups.recipients };
      return await writeBackup(source, output.path, { progress });
    } finally {
      await installation.stop();
    }
  });
  process.stdout.write(
    `${closingWords(output.name, installation.dataFolder, written).map(onOneLine).join('\n')}\n`,
  );
  return written.manifest.missingFiles.length === 0 ? EXIT.ok : EXIT.incomplete;
}

function closingWords(name: string, dataFolder: string, { header, manifest }: WrittenBackup): string[] {
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
  const missing = manifest.missingFiles.map(
    ({ organizationId, id }) =>
      `Missing from the installation, and so from the backup: file ${id} of organization ${organizationId}`,
  );
  return [
    `${name}: ${header.organizations} organizations, ${rows} rows, as of ${header.createdAt}`,
    ...missing,
    `Only ${join(dataFolder, BACKUP_KEY_FILE)} opens it. Keep a copy of that key in another place than the backups.`,
  ];
}

function progress(step: string): void {
  process.stderr.write(`${step} ...\n`);
}
