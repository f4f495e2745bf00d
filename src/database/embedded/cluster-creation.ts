import { randomUUID } from 'node:crypto';
import { appendFile, chown, mkdir, open, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Binaries } from './binaries';
import { ClusterPaths, SUPERVISOR_ROLE } from './cluster-paths';
import { EmbeddedPostgresError } from './embedded-postgres.error';
import { Passwords, randomPasswords, writePasswords } from './passwords';
import { rolesAndDatabase } from './roles-and-database';
import { runProgram } from './run-program';
import { ServerAccount } from './server-account';
import { clientAuthentication, includeOf } from './server-settings';

/**
 * Makes a cluster with its roles and its database. All of it is made beside its place and moved there by one rename, so
 * that a start that was killed half way leaves no half-made cluster; what it left is removed by the next. Call under the
 * start lock only.
 */
export async function createCluster(
  paths: ClusterPaths,
  binaries: Binaries,
  account: ServerAccount | undefined,
): Promise<void> {
  await removeUnfinished(paths);
  const workshop = join(paths.dataFolder, `${basename(paths.cluster)}.new-${randomUUID()}`);
  const unfinished = join(workshop, 'cluster');
  const passwords = randomPasswords();
  try {
    await makeFor(account, workshop);
    await makeFor(account, unfinished);
    await initialise(workshop, unfinished, binaries, account, passwords);
    await configure(unfinished, paths, account);
    await addRolesAndDatabase(unfinished, binaries, account, passwords);
    await writePasswords(join(unfinished, basename(paths.passwords)), passwords);
    await moveIntoPlace(unfinished, paths.cluster);
  } finally {
    await rm(workshop, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function removeUnfinished(paths: ClusterPaths): Promise<void> {
  const prefix = `${basename(paths.cluster)}.new-`;
  for (const name of await readdir(paths.dataFolder)) {
    if (!name.startsWith(prefix)) continue;
    // the initdb of a killed start may still be writing into it
    await rm(join(paths.dataFolder, name), { recursive: true, force: true, maxRetries: 10 });
  }
}

async function makeFor(account: ServerAccount | undefined, folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  if (account) await chown(folder, account.uid, account.gid);
}

async function initialise(
  workshop: string,
  cluster: string,
  binaries: Binaries,
  account: ServerAccount | undefined,
  passwords: Passwords,
): Promise<void> {
  const passwordFile = join(workshop, 'password');
  await writeFile(passwordFile, passwords[SUPERVISOR_ROLE] + '\n', { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  const args = [
    `--pgdata=${cluster}`,
    `--username=${SUPERVISOR_ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--data-checksums',
    '--no-instructions',
  ];
  const { code, stderr } = await runProgram(binaries.initdb, args, { account });
  if (code !== 0) throw failed(stderr.trim().split('\n').at(-1) ?? '');
}

async function configure(
  cluster: string,
  paths: ClusterPaths,
  account: ServerAccount | undefined,
): Promise<void> {
  await appendFile(join(cluster, 'postgresql.conf'), includeOf(paths));
  await writeFile(join(cluster, 'pg_hba.conf'), clientAuthentication(process.platform !== 'win32'));
  // empty until the first start, which knows the socket's folder
  const settings = join(cluster, basename(paths.settings));
  await writeFile(settings, '', { mode: 0o600 });
  if (account) await chown(settings, account.uid, account.gid);
}

/** In single-user mode: no server that others could reach runs before the roles have their passwords. */
async function addRolesAndDatabase(
  cluster: string,
  binaries: Binaries,
  account: ServerAccount | undefined,
  passwords: Passwords,
): Promise<void> {
  // the statements hold passwords: nothing of them may be logged, and the message of a failure has no statement in it
  const quiet = ['-c', 'log_min_error_statement=panic', '-c', 'exit_on_error=on'];
  const args = ['--single', '-D', cluster, ...quiet, 'postgres'];
  const input = rolesAndDatabase(passwords).join('\n') + '\n';
  const { code, stderr } = await runProgram(binaries.postgres, args, { account, input });
  if (code !== 0) throw failed(/(?:FATAL|ERROR):\s+(.*)/.exec(stderr)?.[1] ?? '');
}

async function moveIntoPlace(unfinished: string, cluster: string): Promise<void> {
  await rmdir(cluster).catch(() => undefined); // an empty folder of that name; one with content was refused before
  await rename(unfinished, cluster);
  if (process.platform === 'win32') return; // folders cannot be flushed there
  const parent = await open(dirname(cluster), 'r');
  await parent.sync().finally(() => parent.close());
}

function failed(reason: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'initialisation-failed',
    `The database could not be made${reason && ` (${reason})`}. Check that the disk has 100 MB free and that the data ` +
      'folder lies on a local disk, and start again.',
  );
}
