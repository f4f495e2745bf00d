// The folder of the daily backups: what is in it, how the last attempt went, and what must go.
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readNote, writeNote, type BackupFailure } from './failure-note';
import { backupsAmong, isDraft, outlived, type KeptBackup } from './kept-backups';

const FAILURE = 'last-failure.json';
/** A draft that is older was left by a process that died. */
const LONGEST_BACKUP_MILLISECONDS = 24 * 3_600_000;

export class BackupFolder {
  constructor(readonly path: string) {}

  async prepare(): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
  }

  /** Oldest first; none that is dated ahead. */
  async backups(now: Date): Promise<KeptBackup[]> {
    return backupsAmong(await this.names(), now);
  }

  lastFailure(): Promise<BackupFailure | null> {
    return readNote(join(this.path, FAILURE));
  }

  noteFailure(failure: BackupFailure): Promise<void> {
    return writeNote(join(this.path, FAILURE), failure);
  }

  async forgetFailure(): Promise<void> {
    await rm(join(this.path, FAILURE), { force: true });
  }

  /** Called only after a new backup is there that lacks nothing. @returns the names of those removed */
  async removeOutlived(kept: number, now: Date): Promise<string[]> {
    const names = outlived(await this.backups(now), kept).map(({ name }) => name);
    for (const name of names) await rm(join(this.path, name), { force: true });
    return names;
  }

  /** Called before a new backup is written: what a process that died left may be what fills the disk. */
  async removeLeftDrafts(now: Date): Promise<void> {
    for (const name of (await this.names()).filter(isDraft)) {
      const writtenAt = await this.writtenAt(name);
      if (writtenAt !== null && now.getTime() - writtenAt > LONGEST_BACKUP_MILLISECONDS)
        await rm(join(this.path, name), { force: true });
    }
  }

  /** Null for a draft that has its name by now, or was given up: another process may be writing a backup too. */
  private async writtenAt(name: string): Promise<number | null> {
    try {
      return (await stat(join(this.path, name))).mtimeMs;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  private async names(): Promise<string[]> {
    return readdir(this.path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
  }
}
