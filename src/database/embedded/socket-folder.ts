import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClusterPaths } from './cluster-paths';
import { EmbeddedPostgresError } from './embedded-postgres.error';
import { ServerAccount } from './server-account';

/** sun_path holds 104 bytes on macOS and 108 on Linux, one of them for the end. */
const LONGEST_SOCKET_PATH_BYTES = 103;
const SOCKET_NAME = '.s.PGSQL.5432';

/**
 * Where the socket goes: in the data directory, which is closed to everybody else, or, where that makes a path longer than
 * the kernel takes, in a folder of its own under the first of `temporaryFolders` that is short enough.
 * @returns undefined when none is
 */
export function chooseSocketFolder(cluster: string, temporaryFolders: string[]): string | undefined {
  const key = createHash('sha256').update(cluster).digest('hex').slice(0, 16);
  const choices = [cluster, ...temporaryFolders.map((folder) => join(folder, `duecare-${key}`))];
  return choices.find((folder) => Buffer.byteLength(join(folder, SOCKET_NAME)) <= LONGEST_SOCKET_PATH_BYTES);
}

/** The socket folder of this cluster; see {@link chooseSocketFolder}. */
export async function socketFolderOf(paths: ClusterPaths): Promise<string> {
  // by the real path, so that the same cluster reached through a link has the same socket
  const cluster = await realpath(paths.cluster);
  const folder = chooseSocketFolder(cluster, [tmpdir(), '/tmp']);
  if (folder) return folder;
  throw new EmbeddedPostgresError(
    'socket-path-too-long',
    `The paths of the data folder ${paths.dataFolder} and of the temporary folder are too long for a unix socket. ` +
      'Choose a data folder with a shorter path.',
  );
}

/** Makes the socket folder if need be, closed to everybody but the server's account. */
export async function prepareSocketFolder(
  folder: string,
  paths: ClusterPaths,
  account: ServerAccount | undefined,
): Promise<void> {
  if (folder === (await realpath(paths.cluster))) return;
  try {
    await mkdir(folder, { mode: 0o700 });
    await chmod(folder, 0o700);
    if (account) await chown(folder, account.uid, account.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    await refuseIfOthersCouldReachIn(folder, account?.uid ?? process.getuid?.());
  }
}

/** In a temporary folder anybody may have put something of that name before us, to listen in our place. */
async function refuseIfOthersCouldReachIn(folder: string, uid: number | undefined): Promise<void> {
  const found = await lstat(folder);
  if (found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0) return;
  throw new EmbeddedPostgresError(
    'socket-folder-unsafe',
    `${folder} is needed for the database's socket, but it belongs to somebody else or is open to other users. ` +
      'Remove it and start again, or choose a data folder with a shorter path.',
  );
}
