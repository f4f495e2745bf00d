import { join } from 'node:path';
import { firstClosedFolder } from './reachability';
import { runsAsRoot, serverAccountFor } from './server-account';

/** Where data goes when root runs a checkout that no other account can reach. */
export const SYSTEM_DATA_FOLDER = '/var/lib/duecare';

/** The choice itself: `data` in the project, unless PostgreSQL, which never runs as root, could not reach it there. */
export function chooseDataFolder(projectRoot: string, reachableByServer: boolean): string {
  return reachableByServer ? join(projectRoot, 'data') : SYSTEM_DATA_FOLDER;
}

/**
 * The data folder when no setting names one: `data` in the project; for root in a checkout under a closed folder (such as
 * root's home) `/var/lib/duecare`. Reads the machine, writes nothing.
 */
export function defaultDataFolder(projectRoot: string): string {
  if (!runsAsRoot()) return chooseDataFolder(projectRoot, true);
  const account = serverAccountFor(join(projectRoot, 'data', 'postgres'));
  return chooseDataFolder(projectRoot, !account || firstClosedFolder(projectRoot, account) === undefined);
}
