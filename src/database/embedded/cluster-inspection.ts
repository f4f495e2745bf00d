import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ClusterPaths, POSTGRES_MAJOR } from './cluster-paths';
import { EmbeddedPostgresError } from './embedded-postgres.error';
import { runsAsRoot } from './server-account';

/**
 * Whether there is a cluster of ours to open. Reads only.
 * @throws EmbeddedPostgresError when there is something that we may not or cannot open: a folder that Duecare did not
 *   make, one of another user, a cluster of another PostgreSQL major, a damaged one
 */
export async function inspectCluster(paths: ClusterPaths): Promise<'absent' | 'present'> {
  const { cluster } = paths;
  const found = await stat(cluster).catch(absentOrThrow);
  if (!found) return 'absent';
  const uid = process.getuid?.();
  if (uid !== undefined && found.uid !== uid && !runsAsRoot()) throw ofAnotherUser(cluster, found.uid, uid);
  const entries = found.isDirectory() ? await readdir(cluster) : undefined;
  if (entries?.length === 0) return 'absent';
  if (!entries?.includes(basename(paths.passwords))) throw foreign(cluster);
  if (found.uid === 0 && runsAsRoot()) throw ofRoot(cluster);
  const major = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(absentOrThrow);
  if (major === undefined) throw damaged(cluster);
  if (major.trim() !== POSTGRES_MAJOR) throw ofAnotherMajor(cluster, major.trim());
  return 'present';
}

function absentOrThrow(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'EACCES') throw closedToUs(error);
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
}

function closedToUs(cause: NodeJS.ErrnoException): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'data-folder-of-another-user',
    `${cause.path} may not be read by this user. Start Duecare as the user who owns the data folder, or choose another ` +
      'data folder.',
    { cause },
  );
}

function foreign(cluster: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'foreign-folder',
    `${cluster} is not empty and was not made by Duecare, so it was left alone. Move it away, or choose another data ` +
      'folder. To use a PostgreSQL of your own, set DATABASE_URL.',
  );
}

function ofAnotherUser(cluster: string, owner: number, self: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'data-folder-of-another-user',
    `The database in ${cluster} belongs to user ${owner}, and this process runs as user ${self}. ` +
      'Start Duecare as the user who made it (or as root), or choose another data folder.',
  );
}

function ofRoot(cluster: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'data-folder-of-another-user',
    `The database in ${cluster} belongs to root, but PostgreSQL does not run as root. ` +
      `Give it to the user that it shall run as, for example with: chown -R nobody '${cluster}'`,
  );
}

function ofAnotherMajor(cluster: string, major: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'other-postgres-major',
    `The database in ${cluster} was made by PostgreSQL ${major}, and this version of Duecare runs PostgreSQL ` +
      `${POSTGRES_MAJOR}. Start the version of Duecare that made it, or choose another data folder.`,
  );
}

function damaged(cluster: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'cluster-damaged',
    `The database in ${cluster} is incomplete (PG_VERSION is missing). Restore the folder from a backup.`,
  );
}
