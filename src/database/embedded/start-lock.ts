import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres.error';
import { processScope, readProcess } from './process-state';

/** What the holder of a lock file writes into it. */
export interface LockHolder {
  id: string;
  pid: number;
  startedAt?: string;
  /** see processScope() */
  scope: string;
}

const HEARTBEAT_MS = 2_000;
const SILENT_AFTER_MS = 15_000;
const WAIT_MS = 120_000;
const POLL_MS = 50;

/**
 * Runs `work` while no other process runs work under the same lock file. Node has no file locks that the kernel releases,
 * so the file names its holder, and one whose holder is gone is taken over.
 * @throws EmbeddedPostgresError another-start-in-progress after two minutes
 */
export async function underStartLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const id = await acquire(path, Date.now() + WAIT_MS);
  const heartbeat = setInterval(
    () => void utimes(path, new Date(), new Date()).catch(() => undefined),
    HEARTBEAT_MS,
  );
  heartbeat.unref();
  try {
    await removeOlderRemovals(path, id);
    return await work();
  } finally {
    clearInterval(heartbeat);
    await release(path, id);
  }
}

/**
 * Whether a lock may be taken over: its holder has ended or, where that cannot be seen (another container on the same
 * volume, a file cut off while it was written), has given no sign of life for a while.
 */
export function isAbandoned(
  holder: LockHolder | undefined,
  silentMs: number,
  seen: { scope: string; startedAt: string | undefined; alive: boolean },
): boolean {
  if (holder?.scope !== seen.scope) return silentMs > SILENT_AFTER_MS;
  return !seen.alive || (holder.startedAt !== undefined && holder.startedAt !== seen.startedAt);
}

async function acquire(path: string, deadline: number): Promise<string> {
  const id = randomUUID();
  const self: LockHolder = {
    id,
    pid: process.pid,
    startedAt: (await readProcess(process.pid))?.startedAt,
    scope: await processScope(),
  };
  while (!(await create(path, self))) {
    const holder = await readHolder(path);
    if (await holderIsGone(path, holder, self.scope)) await takeAway(path, holder, deadline);
    else if (Date.now() > deadline) throw inProgress(path, holder);
    else await sleep(POLL_MS);
  }
  return id;
}

async function create(path: string, self: LockHolder): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o644);
    await file.writeFile(JSON.stringify(self)).finally(() => file.close());
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes an abandoned lock. Two processes may find the same one abandoned, and the slower must not remove the lock that
 * the faster has made since: so removing is itself done under a lock, one for each holder ever, and looks again first.
 */
async function takeAway(path: string, holder: LockHolder | undefined, deadline: number): Promise<void> {
  const removal = `${path}.${holder?.id ?? 'unreadable'}`;
  const id = await acquire(removal, deadline);
  try {
    if ((await readHolder(path))?.id === holder?.id) await rm(path, { force: true });
  } finally {
    await release(removal, id);
  }
}

/** Left by processes that were killed while they removed a lock; none can matter again, since no holder comes twice. */
async function removeOlderRemovals(path: string, id: string): Promise<void> {
  const prefix = `${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    if (name.startsWith(prefix) && !name.startsWith(prefix + id))
      await rm(join(dirname(path), name), { force: true });
  }
}

async function release(path: string, id: string): Promise<void> {
  if ((await readHolder(path))?.id === id) await rm(path, { force: true });
}

async function holderIsGone(path: string, holder: LockHolder | undefined, scope: string): Promise<boolean> {
  const file = await stat(path).catch(() => undefined);
  if (!file) return false; // just released: the next attempt will tell
  const owner = holder && (await readProcess(holder.pid));
  const alive = owner !== undefined && !owner.zombie;
  return isAbandoned(holder, Date.now() - file.mtimeMs, { scope, alive, startedAt: owner?.startedAt });
}

async function readHolder(path: string): Promise<LockHolder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as LockHolder;
  } catch {
    return undefined;
  }
}

function inProgress(path: string, holder: LockHolder | undefined): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'another-start-in-progress',
    `Another process${holder ? ` (number ${holder.pid})` : ''} has been starting this database for two minutes. ` +
      `If there is none, remove ${path} and start again.`,
  );
}
