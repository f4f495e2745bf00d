import type { Settings } from '../config/settings';
import { startEmbeddedPostgres } from './embedded/embedded-postgres';

export interface OpenDatabase {
  /** connection of the powerless application role */
  applicationUrl: string;
  /** connection of the owner */
  ownerUrl: string;
  stop(): Promise<void>;
}

/** The database of the settings: the one given, or the embedded one in the data folder, started or joined. */
export async function openDatabase(
  { database }: Pick<Settings, 'database'>,
  dataFolder: string,
  say: (step: string) => void = () => undefined,
): Promise<OpenDatabase> {
  if (database) return { ...database, stop: () => Promise.resolve() };
  say('Starting the embedded PostgreSQL');
  return startEmbeddedPostgres({ dataFolder });
}
