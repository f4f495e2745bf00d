import { BackupError } from '../backups/backup.error';
import { DatabaseError } from '../database/database.errors';
import { EmbeddedPostgresError } from '../database/embedded/embedded-postgres.error';
import { CommandRefusal } from './command-refusal';
import { onOneLine } from './printable-text';

/** Runs, and turns what stands against a backup or a restore into lines for a person. */
export async function backupRefusal<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    const isForPeople =
      error instanceof BackupError ||
      error instanceof DatabaseError ||
      error instanceof EmbeddedPostgresError;
    throw isForPeople ? new CommandRefusal([onOneLine(error.message)]) : error;
  }
}
