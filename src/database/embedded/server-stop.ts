import { setTimeout as sleep } from 'node:timers/promises';
import { Binaries } from './binaries';
import { ClusterPaths } from './cluster-paths';
import { EmbeddedPostgresError } from './embedded-postgres.error';
import { runProgram } from './run-program';
import { ServerAccount } from './server-account';
import { runningServer } from './stale-lock-files';

const DOWN_WITHIN_MS = 60_000;
const POLL_MS = 20;

/**
 * Shuts the server down and waits for it: open transactions are rolled back, everything committed is written out.
 * @throws EmbeddedPostgresError stop-failed when it still runs after a minute
 */
export async function stopServer(
  paths: ClusterPaths,
  binaries: Binaries,
  account: ServerAccount | undefined,
): Promise<void> {
  const server = await runningServer(paths);
  if (!server) return;
  // the waiting is ours: pg_ctl would wait for a server that was killed meanwhile, or for the one started after it
  const { stderr } = await runProgram(binaries.pgCtl, ['stop', '-D', paths.cluster, '-m', 'fast', '-W'], {
    account,
  });
  const giveUpAt = Date.now() + DOWN_WITHIN_MS;
  while ((await runningServer(paths))?.pid === server.pid) {
    if (Date.now() > giveUpAt) throw stopFailed(paths, stderr);
    await sleep(POLL_MS);
  }
}

function stopFailed(paths: ClusterPaths, reason: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'stop-failed',
    `PostgreSQL did not shut down within ${DOWN_WITHIN_MS / 1000} seconds${reason && ` (${reason.trim()})`}. ` +
      `Its log is ${paths.serverLog}; it goes on running, and the next start will use it.`,
  );
}
