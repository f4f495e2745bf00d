import { setTimeout as sleep } from 'node:timers/promises';
import { inspectCluster } from './cluster-inspection';
import { ClusterPaths } from './cluster-paths';
import { ServerAddress } from './connection-url';
import { EmbeddedPostgresError } from './embedded-postgres.error';
import { answers, Lease, takeLease } from './lease';
import { Passwords, readPasswords } from './passwords';
import { addressOf } from './server-address';
import { runningServer } from './stale-lock-files';

/** A share in a server that answers. */
export interface JoinedServer {
  lease: Lease;
  address: ServerAddress;
  passwords: Passwords;
}

/** A server that starts after a crash, or is being stopped by its last user, gets this long to become clear. */
const SETTLED_WITHIN_MS = 60_000;
/** SQLSTATE of a server that starts up or shuts down (cannot_connect_now) and of a session that it ends. */
const IN_TRANSITION = ['57P03', '57P01'];
const SILENT_FOR_MS = 10_000;
const WRONG_PASSWORD = '28P01';

/**
 * Joins the server of an earlier process, or of another one that is running.
 * @returns undefined when none runs, or the one that does is not (or no longer) ready
 */
export async function joinRunningServer(paths: ClusterPaths): Promise<JoinedServer | undefined> {
  return (await tryToJoin(paths)).joined;
}

/**
 * As {@link joinRunningServer}, but waits while a server process is there, so that none runs when this returns undefined.
 * @throws EmbeddedPostgresError server-not-answering
 */
export async function joinOrOutlastServer(paths: ClusterPaths): Promise<JoinedServer | undefined> {
  const startedAt = Date.now();
  for (;;) {
    const { joined, gone, inTransition } = await tryToJoin(paths);
    if (joined ?? gone) return joined;
    if (Date.now() - startedAt > (inTransition ? SETTLED_WITHIN_MS : SILENT_FOR_MS))
      throw notAnswering(paths);
    await sleep(50);
  }
}

interface Attempt {
  joined?: JoinedServer;
  gone?: true;
  inTransition?: boolean;
}

async function tryToJoin(paths: ClusterPaths): Promise<Attempt> {
  if ((await inspectCluster(paths)) === 'absent') return { gone: true };
  const server = await runningServer(paths);
  if (!server) return { gone: true };
  const address = await addressOf(server, paths);
  const passwords = await readPasswords(paths.passwords);
  let lease: Lease | undefined;
  try {
    lease = await takeLease(address, passwords);
    if (!lease) return { inTransition: true };
    // the lock may have been freed by a shutdown that has begun: only a login proves that it has not
    await answers(address, passwords);
    return { joined: { lease, address, passwords } };
  } catch (error) {
    await lease?.close().catch(() => undefined);
    const { code } = error as { code?: string };
    if (code === WRONG_PASSWORD) throw passwordsDoNotFit(paths);
    return { inTransition: code !== undefined && IN_TRANSITION.includes(code) };
  }
}

function notAnswering(paths: ClusterPaths): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'server-not-answering',
    `A PostgreSQL runs on ${paths.cluster} but does not answer. Its log is ${paths.serverLog}; ` +
      `its process number is the first line of ${paths.postmasterPid}. Stop it, and start again.`,
  );
}

function passwordsDoNotFit(paths: ClusterPaths): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'cluster-damaged',
    `The database in ${paths.cluster} does not accept the passwords in ${paths.passwords}. ` +
      'Restore the folder as a whole from a backup.',
  );
}
