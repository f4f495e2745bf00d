// Restores of tests, each into an empty database of the tests' PostgreSQL, and what must be refused.
import { readdirSync } from 'node:fs';
import { restoreBackup } from '../../src/backups/restore-backup';
import type { OpenDatabase } from '../../src/database/open-database';
import { ThrowawayFolders } from '../embedded-postgres/throwaway-folder';
import { tablesIn, ThrowawayDatabases } from './throwaway-database';

/** What lies in a data folder after a restore, and nothing else. */
export const RESTORED = ['backup-key.txt', 'file-key.txt', 'files', 'signing-key.pem'];

export interface RestoreTarget {
  database?: OpenDatabase;
  dataFolder?: string;
  /** other than that of the installation */
  identity?: string;
  /** told of each step; what it throws fails the restore there */
  progress?: (step: string) => void;
}

export class Restoring {
  readonly folders = new ThrowawayFolders();
  readonly databases = new ThrowawayDatabases();
  /** of the installation whose backups are restored: AGE-SECRET-KEY-1... */
  identity = '';

  async restored(
    archive: string,
    { progress = () => undefined, identity = this.identity, ...into }: RestoreTarget = {},
  ): Promise<{ database: OpenDatabase; dataFolder: string; steps: string[] }> {
    const steps: string[] = [];
    const dataFolder = into.dataFolder ?? this.folders.make();
    const database = into.database ?? (await this.databases.make());
    const told = (step: string) => {
      steps.push(step);
      progress(step);
    };
    const openDatabase = () => Promise.resolve(database);
    await restoreBackup({ archive, identity, dataFolder, openDatabase, progress: told });
    return { database, dataFolder, steps };
  }

  /** What must be refused before anything is changed. @returns the code of the refusal */
  async refusal(archive: string, into: RestoreTarget = {}): Promise<string> {
    const database = into.database ?? (await this.databases.make());
    const dataFolder = into.dataFolder ?? this.folders.make();
    const before = [await tablesIn(database), readdirSync(dataFolder)];
    const error = await this.restored(archive, { ...into, database, dataFolder }).then(
      () => null,
      (refused: Error & { code?: string }) => refused,
    );
    expect([await tablesIn(database), readdirSync(dataFolder)]).toEqual(before);
    return error?.code ?? 'not refused';
  }

  async removeAll(): Promise<void> {
    await this.databases.removeAll();
    this.folders.removeAll();
  }
}
