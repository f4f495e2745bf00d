// The database of an installation that is there already, for commands: they make none and change nothing of its form.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../common/project-root';
import type { Settings } from '../config/settings';
import { defaultDataFolder } from '../database/embedded/default-data-folder';
import { openDatabase } from '../database/open-database';
import { CommandRefusal } from './command-refusal';

export interface InstallationDatabase {
  /** connection of the powerless application role */
  applicationUrl: string;
  /** connection of the owner */
  ownerUrl: string;
  dataFolder: string;
  stop(): Promise<void>;
}

/** @throws CommandRefusal when there is no database in the data folder */
export async function openInstallation(settings: Settings): Promise<InstallationDatabase> {
  const dataFolder = settings.dataFolder ?? defaultDataFolder(PROJECT_ROOT);
  if (!settings.database && !existsSync(join(dataFolder, 'postgres'))) {
    throw new CommandRefusal([
      `There is no database in ${dataFolder}. Set DATA_FOLDER, or DATABASE_URL with DATABASE_MIGRATION_URL.`,
    ]);
  }
  return { dataFolder, ...(await openDatabase(settings, dataFolder)) };
}
