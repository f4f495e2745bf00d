import { constants, statSync } from 'node:fs';
import { access, chmod, chown, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ClusterPaths } from './cluster-paths';
import { EmbeddedPostgresError } from './embedded-postgres.error';
import { canEnter, firstClosedFolder } from './reachability';
import { ServerAccount } from './server-account';

/**
 * Makes the application's data folder, private to us; as root its group is the server's, which may pass through and no
 * more. An existing folder is left as it is, except that an empty one of root's is opened in the same way.
 */
export async function prepareDataFolder(
  paths: ClusterPaths,
  account: ServerAccount | undefined,
): Promise<void> {
  const { dataFolder } = paths;
  if (account) await refuseIfClosedTo(account, dataFolder, nearestExisting(dirname(dataFolder)));
  const isNew = await makeFolder(dataFolder);
  if (account) await openTo(account, dataFolder, isNew);
  else if (isNew) await chmod(dataFolder, 0o700);
}

async function makeFolder(dataFolder: string): Promise<boolean> {
  try {
    const created = await mkdir(dataFolder, { recursive: true });
    await access(dataFolder, constants.W_OK | constants.X_OK);
    return created !== undefined;
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'data-folder-not-writable',
      `The data folder ${dataFolder} cannot be made or written to by this user. ` +
        'Make it writable, or choose another data folder.',
      { cause },
    );
  }
}

async function openTo(account: ServerAccount, dataFolder: string, isNew: boolean): Promise<void> {
  if (isNew || (!(await entered(dataFolder, account)) && (await isEmptyOfRoot(dataFolder)))) {
    try {
      await chown(dataFolder, 0, account.gid);
      await chmod(dataFolder, 0o710);
    } catch (cause) {
      throw cannotSwitchUser(account, cause);
    }
  }
  await refuseIfClosedTo(account, dataFolder, dataFolder);
}

/** @param upTo how far down the way to the data folder is looked at */
async function refuseIfClosedTo(account: ServerAccount, dataFolder: string, upTo: string): Promise<void> {
  if (await entered(upTo, account)) return;
  const closed = firstClosedFolder(upTo, account) ?? upTo;
  throw new EmbeddedPostgresError(
    'data-folder-unreachable',
    `PostgreSQL does not run as root but as "${account.name}", and that user cannot reach the data folder ` +
      `${dataFolder} because ${closed} is closed to it. Choose a data folder that it can reach (such as ` +
      `/var/lib/duecare), open that folder with: chmod o+x '${closed}', or start Duecare as an ordinary user.`,
  );
}

function nearestExisting(path: string): string {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  return isFolder || dirname(path) === path ? path : nearestExisting(dirname(path));
}

async function isEmptyOfRoot(folder: string): Promise<boolean> {
  return (await stat(folder)).uid === 0 && (await readdir(folder)).length === 0;
}

async function entered(dataFolder: string, account: ServerAccount): Promise<boolean> {
  try {
    return await canEnter(dataFolder, account);
  } catch (cause) {
    throw cannotSwitchUser(account, cause);
  }
}

function cannotSwitchUser(account: ServerAccount, cause: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'cannot-switch-user',
    `PostgreSQL does not run as root, and this process is not allowed to run it as "${account.name}" instead ` +
      '(a container without the right to change users, perhaps). Start Duecare as an ordinary user, or set DATABASE_URL.',
    { cause },
  );
}
