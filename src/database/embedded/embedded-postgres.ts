import { usableBinaries } from './binaries';
import { createCluster } from './cluster-creation';
import { inspectCluster } from './cluster-inspection';
import { APPLICATION_ROLE, ClusterPaths, clusterPaths, DATABASE, OWNER_ROLE } from './cluster-paths';
import { connectionUrl } from './connection-url';
import { prepareDataFolder } from './data-folder';
import { EmbeddedPostgresError, inWordsForPeople } from './embedded-postgres.error';
import { readPasswords } from './passwords';
import { joinOrOutlastServer, JoinedServer, joinRunningServer } from './running-server';
import { serverAccountFor } from './server-account';
import { ServerUse } from './server-use';
import { startServer } from './server-start';
import { underStartLock } from './start-lock';

/** A running PostgreSQL in the application's data folder. */
export interface EmbeddedPostgres {
  /** connection of the owner: migrations, queue schema */
  ownerUrl: string;
  /** connection of the powerless application role (not owner, not superuser, NOBYPASSRLS, no CREATEROLE/CREATEDB) */
  applicationUrl: string;
  /** true when a server of an earlier process was found running and taken over */
  reused: boolean;
  /** Ends this process's use of the server; the last process to do so shuts it down, and waits until it is down. */
  stop(): Promise<void>;
}

/** A server just started may be stopped, before we have our share in it, by a process that gave the one before it up. */
const MOST_STARTS = 3;

type Log = (line: string) => void;

/**
 * Starts PostgreSQL on `<dataFolder>/postgres`, making the cluster if there is none, or joins the server that already
 * runs there. Should the server be killed later, it is started again until {@link EmbeddedPostgres.stop}.
 * @param options.dataFolder the application's data folder; made if need be
 * @param options.log receives a line for people now and then
 * @throws EmbeddedPostgresError with a stable code and a sentence that says what to do
 */
export async function startEmbeddedPostgres(options: {
  dataFolder: string;
  log?: (line: string) => void;
}): Promise<EmbeddedPostgres> {
  const paths = clusterPaths(options.dataFolder);
  const log = options.log ?? ((): void => undefined);
  const { server, reused } = await joinOrStart(paths, log, { mayCreate: true }).catch((error: unknown) => {
    throw inWordsForPeople(error, paths.dataFolder);
  });
  const use = new ServerUse(paths, log, server, async () => {
    // an emptied data folder must not silently become a new database under a running application
    const revived = await joinOrStart(paths, log, { mayCreate: false });
    return revived.server;
  });
  const urlOf = (user: typeof OWNER_ROLE | typeof APPLICATION_ROLE): string =>
    connectionUrl({ ...server.address, user, password: server.passwords[user], database: DATABASE });
  return {
    ownerUrl: urlOf(OWNER_ROLE),
    applicationUrl: urlOf(APPLICATION_ROLE),
    reused,
    stop: () => use.end(),
  };
}

async function joinOrStart(
  paths: ClusterPaths,
  log: Log,
  options: { mayCreate: boolean },
): Promise<{ server: JoinedServer; reused: boolean }> {
  const found = await joinRunningServer(paths);
  if (found) return { server: found, reused: true };

  const account = serverAccountFor(paths.cluster);
  await prepareDataFolder(paths, account);
  return underStartLock(paths.startLock, async () => {
    for (let starts = 0; starts <= MOST_STARTS; starts++) {
      const running = await joinOrOutlastServer(paths);
      if (running) return { server: running, reused: starts === 0 };
      if ((await inspectCluster(paths)) === 'absent' && !options.mayCreate) throw missing(paths);
      await start(paths, log);
    }
    throw new EmbeddedPostgresError(
      'start-failed',
      `PostgreSQL was started and ended again. Its log is ${paths.serverLog}. Start again.`,
    );
  });
}

/** Under the start lock, with no server running. */
async function start(paths: ClusterPaths, log: Log): Promise<void> {
  const account = serverAccountFor(paths.cluster);
  const binaries = await usableBinaries(paths, account, log);
  if ((await inspectCluster(paths)) === 'absent') {
    log(`Making a new database in ${paths.cluster}.`);
    await createCluster(paths, binaries, account);
  }
  await startServer({ paths, binaries, account, passwords: await readPasswords(paths.passwords), log });
}

function missing(paths: ClusterPaths): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'cluster-missing',
    `The database in ${paths.cluster} was removed while Duecare was running. Put the folder back and start again.`,
  );
}
