import { ChildProcess, spawn } from 'node:child_process';
import { chown, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Binaries } from './binaries';
import { ClusterPaths } from './cluster-paths';
import { ServerAddress } from './connection-url';
import { EmbeddedPostgresError } from './embedded-postgres.error';
import { answers } from './lease';
import { Passwords } from './passwords';
import { childOptions, runProgram } from './run-program';
import { ServerAccount } from './server-account';
import { newServerAddress } from './server-address';
import { lastFatalMessage, openServerLog, rotateServerLog } from './server-log';
import { serverSettings } from './server-settings';
import { clearStaleLockFiles } from './stale-lock-files';

/** How long the remains of a killed server (a zombie, children at their last write) may stand in the way. */
const REMAINS_GONE_WITHIN_MS = 10_000;
/** After a crash PostgreSQL first replays its write-ahead log. */
const READY_WITHIN_MS = 120_000;

export interface ServerToStart {
  paths: ClusterPaths;
  binaries: Binaries;
  account: ServerAccount | undefined;
  passwords: Passwords;
  log: (line: string) => void;
}

/**
 * Starts the server of an existing cluster and waits until it answers. Call under the start lock only.
 * @throws EmbeddedPostgresError start-failed, with PostgreSQL's own reason
 */
export async function startServer(server: ServerToStart): Promise<void> {
  const { paths, account, log } = server;
  const address = await newServerAddress(paths, account);
  await rotateServerLog(paths.serverLog);
  await writeFile(paths.settings, serverSettings(address), { mode: 0o600 });
  if (account) await chown(paths.settings, account.uid, account.gid);

  const giveUpAt = Date.now() + REMAINS_GONE_WITHIN_MS;
  for (;;) {
    await clearStaleLockFiles(paths, address.host, log);
    const failure = await attempt(server, address);
    if (failure === undefined) return;
    if (!isInTheWayOfRemains(failure) || Date.now() > giveUpAt) throw startFailed(failure, paths);
    await sleep(200);
  }
}

/** @returns why it did not start, or undefined when it did */
async function attempt(server: ServerToStart, address: ServerAddress): Promise<string | undefined> {
  const { paths, passwords } = server;
  const log = await openServerLog(paths.serverLog);
  let ended: Promise<unknown>;
  try {
    ended = process.platform === 'win32' ? startByPgCtl(server) : endOf(spawnServer(server, log.fd));
  } finally {
    await log.close();
  }
  const watch = { over: false };
  const outcome = await Promise.race([ended.then(reasonOf), untilItAnswers(address, passwords, watch)]);
  watch.over = true;
  if (outcome === 'answers') return undefined;
  return (await lastFatalMessage(paths.serverLog, log.startsAt)) ?? outcome;
}

/**
 * A child of its own session, so that Ctrl-C in our terminal does not end it before we have closed our connections; and
 * straight, not through pg_ctl, which puts the paths on a shell's command line.
 */
function spawnServer({ binaries, paths, account }: ServerToStart, logFd: number): ChildProcess {
  const child = spawn(binaries.postgres, ['-D', paths.cluster], {
    ...childOptions(binaries.postgres, account),
    detached: true,
    stdio: ['ignore', logFd, logFd],
  });
  child.unref();
  return child;
}

/** On Windows pg_ctl is what takes an administrator's rights from the server, which refuses to run with them. */
async function startByPgCtl({ binaries, paths }: ServerToStart): Promise<unknown> {
  const args = [
    'start',
    '-D',
    paths.cluster,
    '-l',
    paths.serverLog,
    '-w',
    '-t',
    String(READY_WITHIN_MS / 1000),
  ];
  const { code, stderr } = await runProgram(binaries.pgCtl, args);
  return code === 0 ? new Promise(() => undefined) : new Error(stderr.trim());
}

function endOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => {
    child.once('error', resolve);
    child.once('exit', (code, signal) =>
      resolve(new Error(`it ended with ${signal ?? `exit code ${code}`}`)),
    );
  });
}

function reasonOf(end: unknown): string {
  return end instanceof Error ? end.message : String(end);
}

async function untilItAnswers(
  address: ServerAddress,
  passwords: Passwords,
  watch: { over: boolean },
): Promise<string> {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  for (let pause = 10; !watch.over && Date.now() < giveUpAt; pause = Math.min(pause * 1.5, 250)) {
    await sleep(pause);
    const answered = await answers(address, passwords).then(
      () => true,
      () => false,
    );
    if (answered) return 'answers';
  }
  return `it did not answer within ${READY_WITHIN_MS / 1000} seconds`;
}

/** PostgreSQL's words, which are always English here: the messages are not translated under the C locale. */
function isInTheWayOfRemains(reason: string): boolean {
  return /lock file ".*" (already exists|is empty)|shared memory block|could not bind/.test(reason);
}

function startFailed(reason: string, paths: ClusterPaths): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'start-failed',
    `PostgreSQL did not start: ${reason}. Its log is ${paths.serverLog}. ` +
      'If another PostgreSQL uses the same data folder, stop it first.',
  );
}
