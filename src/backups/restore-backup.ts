// From an archive to an installation that can be started. The archive is read twice: once from end to end to see that it is whole, before anything is
// changed; then for its rows and files.
import { mkdir } from 'node:fs/promises';
import { powerlessRole } from '../database/application-role';
import { migrateDatabase } from '../database/migrate';
import type { OpenDatabase } from '../database/open-database';
import { fileOfEntry, tableOfEntry } from './archive-format';
import { readArchive } from './archive-reader';
import { checkArchive, type CheckedArchive } from './check-archive';
import { RestoredFiles } from './restored-files';
import { RowRestore } from './restore-rows';
import { RestoreNote } from './unfinished-restore';

export interface RestoreOptions {
  archive: string;
  /** AGE-SECRET-KEY-1... */
  identity: string;
  dataFolder: string;
  /** called once the archive is known to be whole */
  openDatabase: () => Promise<OpenDatabase>;
  /** told of each step, for a person to read */
  progress: (step: string) => void;
}

/**
 * Restores a backup into an empty database and a data folder that holds nothing else. What fails leaves the database empty.
 * @throws BackupError that says what stands against it
 */
export async function restoreBackup(options: RestoreOptions): Promise<CheckedArchive> {
  const { archive, identity, dataFolder, progress } = options;
  progress('Checking the backup');
  const checked = await checkArchive(archive, identity);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const files = await RestoredFiles.into(dataFolder, checked.manifest, checked.keys);
  const database = await options.openDatabase();
  try {
    const role = await powerlessRole(database.applicationUrl, database.ownerUrl);
    await settleFinished(dataFolder, database.ownerUrl);
    await restoreInto(database.ownerUrl, options, checked, files);
    progress('Bringing the database up to date');
    await migrateDatabase(database.ownerUrl, role);
    return checked;
  } finally {
    await database.stop();
  }
}

async function restoreInto(
  ownerUrl: string,
  { archive, identity, dataFolder, progress }: RestoreOptions,
  { header, manifest, keys }: CheckedArchive,
  files: RestoredFiles,
): Promise<void> {
  progress('Making the tables');
  const rows = await RowRestore.begin(ownerUrl, header, manifest);
  let told: string | null = null;
  const tell = (step: string) => {
    if (step !== told) progress(step);
    told = step;
  };
  // Of an earlier restore that was cut off: files and keys of it may lie there, so its note goes only with a restore that succeeds.
  const earlier = await RestoreNote.find(dataFolder);
  const note = await RestoreNote.leave(dataFolder);
  let hasKept = earlier !== null;
  try {
    await readArchive(archive, identity, async (entry) => {
      const table = tableOfEntry(entry.name);
      if (table) {
        tell(`Restoring rows: ${table}`);
        await rows.put(table, entry.content);
      } else if (fileOfEntry(entry.name)) {
        tell('Restoring stored files');
        await files.draft(entry);
      }
    });
    progress('Putting files and keys in their places');
    hasKept = true;
    await files.keep(keys);
    progress('Committing');
    await rows.commit(note.markDatabase);
    await note.remove();
  } catch (error) {
    await rows.abandon();
    await files.removeDrafts();
    if (!hasKept) await note.remove();
    throw error;
  }
}

/** The rows of an earlier restore may be there, and only its note may have been left behind. The database is then no longer empty, which is refused next. */
async function settleFinished(dataFolder: string, ownerUrl: string): Promise<void> {
  const note = await RestoreNote.find(dataFolder);
  if (note && (await note.isInDatabase(ownerUrl))) await note.remove();
}
