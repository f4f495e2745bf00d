// A program, not a module: see stop-after-exit.ts. Its one argument is the application's data folder.
import { setTimeout as sleep } from 'node:timers/promises';
import { usableBinaries } from './binaries';
import { ClusterPaths, clusterPaths } from './cluster-paths';
import { takeUnusedServer } from './lease';
import { readPasswords } from './passwords';
import { addressOf } from './server-address';
import { serverAccountFor } from './server-account';
import { stopServer } from './server-stop';
import { runningServer } from './stale-lock-files';

/** The lease of the process that ended is gone as soon as PostgreSQL notices, within milliseconds; this is plenty. */
const ATTEMPTS = 20;
const PAUSE_MS = 100;

async function stopUnusedServer(paths: ClusterPaths): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const server = await runningServer(paths);
    if (!server) return;
    const lease = await takeUnusedServer(
      await addressOf(server, paths),
      await readPasswords(paths.passwords),
    );
    if (lease) {
      const account = serverAccountFor(paths.cluster);
      await stopServer(paths, await usableBinaries(paths, account, () => undefined), account);
      return lease.close();
    }
    await sleep(PAUSE_MS);
  }
}

const dataFolder = process.argv[2];
if (dataFolder) {
  // there is nobody left to tell; a server that was not stopped is taken over by the next start
  stopUnusedServer(clusterPaths(dataFolder)).catch(() => (process.exitCode = 1));
}
