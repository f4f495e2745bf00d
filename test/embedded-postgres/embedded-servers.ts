// Embedded servers for tests: each in a data folder of its own, all ended and removed after the test.
import type { ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/database/embedded/embedded-postgres';
import { testDatabase } from '../support/test-database';
import { install, SupervisorProcess, type RunAs } from './compiled-supervisor';
import { copyFolder, ThrowawayFolders } from './throwaway-folder';

export const folders = new ThrowawayFolders();
/** processes to be ended after the test */
export const children: (SupervisorProcess | ChildProcess)[] = [];
const servers: EmbeddedPostgres[] = [];
let installation: string | undefined;

export function cleanUpAfterEachTest(): void {
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
    for (const child of children.splice(0))
      await (child instanceof SupervisorProcess ? child.end() : child.kill('SIGKILL'));
  });
  afterAll(() => folders.removeAll());
}

export async function start(dataFolder: string, log?: (line: string) => void): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder, log });
  servers.push(server);
  return server;
}

export function startProcess(
  dataFolder: string,
  from = sharedInstallation(),
  as: RunAs = {},
): SupervisorProcess {
  const child = new SupervisorProcess(from, dataFolder, as);
  children.push(child);
  return child;
}

/** The supervisor compiled once for the tests of a file, with the project's own packages. */
export function sharedInstallation(): string {
  if (installation === undefined) {
    installation = folders.make();
    install(installation, { binaries: 'shared' });
  }
  return installation;
}

/** A data folder of its own with a cluster that was shut down: a copy of one made for all tests. */
export function existingCluster(name = 'data'): string {
  const dataFolder = join(folders.make(), name);
  mkdirSync(join(dataFolder, '..'), { recursive: true });
  copyFolder(testDatabase().stoppedCluster, dataFolder);
  return dataFolder;
}

/** Just enough of a cluster to be looked at, owned by whoever PostgreSQL would run as. */
export function folderLikeOurs(holds: { major?: string; passwords?: string }): string {
  const { major, passwords } = { major: '17', passwords: '{}', ...holds };
  const dataFolder = newFolder();
  const cluster = join(dataFolder, 'postgres');
  mkdirSync(cluster, { recursive: true, mode: 0o700 });
  chmodSync(dataFolder, 0o755);
  if (major) writeFileSync(join(cluster, 'PG_VERSION'), `${major}\n`);
  writeFileSync(join(cluster, 'duecare-passwords.json'), passwords);
  const { uid, gid } = statSync(join(testDatabase().stoppedCluster, 'postgres'));
  chownSync(cluster, uid, gid);
  return dataFolder;
}

export function newFolder(): string {
  return join(folders.make(), 'data');
}

/** Why a data folder is refused; a start is an error. */
export async function problemOf(
  dataFolder: string,
): Promise<{ name: string; code: string; message: string }> {
  try {
    await start(dataFolder);
  } catch (error) {
    return error as { name: string; code: string; message: string };
  }
  throw new Error('the server started');
}
