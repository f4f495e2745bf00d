import { Binaries } from './binaries';
import { ClusterPaths } from './cluster-paths';
import { EmbeddedPostgresError } from './embedded-postgres.error';
import { runProgram } from './run-program';
import { ServerAccount } from './server-account';
import { runningServer } from './stale-lock-files';

const DOWN_WITHIN_SECONDS = 60;

/**
 * Shuts the server down and waits for it: open transactions are rolled back, everything committed is written out.
 * @throws EmbeddedPostgresError stop-failed when it still runs after a minute
 */
export async function stopServer(
  paths: ClusterPaths,
  binaries: Binaries,
  account: ServerAccount | undefined,
): Promise<void> {
  const args = ['stop', '-D', paths.cluster, '-m', 'fast', '-w', '-t', String(DOWN_WITHIN_SECONDS)];
  const { code, stderr } = await runProgram(binaries.pgCtl, args, { account });
  if (code === 0 || !(await runningServer(paths))) return;
  throw new EmbeddedPostgresError(
    'stop-failed',
    `PostgreSQL did not shut down within ${DOWN_WITHIN_SECONDS} seconds (${stderr.trim()}). ` +
      `Its log is ${paths.serverLog}; it goes on running, and the next start will use it.`,
  );
}
