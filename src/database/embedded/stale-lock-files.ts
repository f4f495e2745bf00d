import { readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { ClusterPaths } from './cluster-paths';
import { parseServerLockFile, ServerLockFile, whyServerIsGone, withoutOwner } from './postmaster-pid';
import { readProcess } from './process-state';

/** The server that `postmaster.pid` names, if it really runs. */
export async function runningServer(paths: ClusterPaths): Promise<ServerLockFile | undefined> {
  const text = await readIfThere(paths.postmasterPid);
  const file = text === undefined ? undefined : parseServerLockFile(text);
  if (!file) return undefined;
  return (await reasonGone(file, paths)) === undefined ? file : undefined;
}

/**
 * Takes what a killed server left out of the way of the next one: its lock file in the data directory and the one beside
 * its socket. Call under the start lock only. Files of a server that runs are not touched.
 */
export async function clearStaleLockFiles(
  paths: ClusterPaths,
  socketFolder: string,
  log: (line: string) => void,
): Promise<void> {
  const socket = join(socketFolder, '.s.PGSQL.5432');
  await ifStale(`${socket}.lock`, paths, async () => {
    await rm(socket, { force: true });
    await rm(`${socket}.lock`, { force: true });
  });
  await ifStale(paths.postmasterPid, paths, async (text, reason) => {
    log(`Clearing the lock of a PostgreSQL that did not shut down: ${reason}.`);
    await writeFile(paths.postmasterPid, withoutOwner(text)); // in place, so that its owner and mode stay
  });
}

async function ifStale(
  path: string,
  paths: ClusterPaths,
  clear: (text: string, reason: string) => Promise<void>,
): Promise<void> {
  const text = await readIfThere(path);
  if (text === undefined) return;
  const file = parseServerLockFile(text);
  if (!file) return rm(path, { force: true }); // PostgreSQL stops at one that it cannot read
  if (!(await readProcess(file.pid))) return; // PostgreSQL sees that for itself
  const reason = await reasonGone(file, paths);
  if (reason !== undefined) await clear(text, reason);
}

async function reasonGone(file: ServerLockFile, paths: ClusterPaths): Promise<string | undefined> {
  return whyServerIsGone(file, await readProcess(file.pid), {
    cluster: await realpath(paths.cluster).catch(() => paths.cluster), // gone when the folder was just taken away
    bootedAt: Date.now() / 1000 - uptime(),
  });
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
