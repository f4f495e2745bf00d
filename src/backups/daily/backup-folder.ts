// The folder of the daily backups: what is in it, how the last attempt went, and what must go.
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DRAFT } from '../write-backup';
import { backupsAmong, outlived, type KeptBackup } from './kept-backups';

/** How the last attempt failed; gone after one that did not. */
export interface BackupFailure {
  at: string;
  /** a code: of a BackupError, of the system or of PostgreSQL */
  code: string;
}

const FAILURE = 'last-failure.json';
/** A draft that is older was left by a process that died. */
const LONGEST_BACKUP_MILLISECONDS = 24 * 3_600_000;

export class BackupFolder {
  constructor(readonly path: string) {}

  async prepare(): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
  }

  /** Oldest first. */
  async backups(): Promise<KeptBackup[]> {
    return backupsAmong(await this.names());
  }

  async lastFailure(): Promise<BackupFailure | null> {
    const text = await readFile(join(this.path, FAILURE), 'utf8').catch(() => null);
    return text === null ? null : (JSON.parse(text) as BackupFailure);
  }

  async noteFailure(failure: BackupFailure): Promise<void> {
    await writeFile(join(this.path, FAILURE), `${JSON.stringify(failure)}\n`, { mode: 0o600 });
  }

  async forgetFailure(): Promise<void> {
    await rm(join(this.path, FAILURE), { force: true });
  }

  /** Called only after a new backup is there. @returns the names of those removed */
  async removeOutlived(kept: number, now: Date): Promise<string[]> {
    const names = outlived(await this.backups(), kept).map(({ name }) => name);
    for (const name of names) await rm(join(this.path, name), { force: true });
    for (const name of (await this.names()).filter((one) => one.endsWith(DRAFT))) {
      const { mtimeMs } = await stat(join(this.path, name));
      if (now.getTime() - mtimeMs > LONGEST_BACKUP_MILLISECONDS)
        await rm(join(this.path, name), { force: true });
    }
    return names;
  }

  private async names(): Promise<string[]> {
    return readdir(this.path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
  }
}
