import { chmod, open, readFile, rename, stat } from 'node:fs/promises';

/** At the start the log is set aside from this size on; one older log is kept. */
export const LOG_LIMIT_BYTES = 5 * 1024 * 1024;

/** Sets a grown log aside as `postgres.log.1`, replacing the one before. */
export async function rotateServerLog(path: string, limitBytes = LOG_LIMIT_BYTES): Promise<void> {
  const size = await sizeOf(path);
  if (size > limitBytes) await rename(path, `${path}.1`);
}

/** Opens the log for a server to inherit, so that the server's account needs no right to the folder. */
export async function openServerLog(
  path: string,
): Promise<{ fd: number; close(): Promise<void>; startsAt: number }> {
  const file = await open(path, 'a', 0o600);
  await chmod(path, 0o600).catch(() => undefined); // of another user who ran us before: readable to them, no harm
  return { fd: file.fd, close: () => file.close(), startsAt: await sizeOf(path) };
}

/** What PostgreSQL gave as the reason for ending: its last FATAL or PANIC message since `startsAt` (bytes). */
export async function lastFatalMessage(path: string, startsAt: number): Promise<string | undefined> {
  const text = (await readFile(path).catch(() => Buffer.alloc(0))).subarray(startsAt).toString('utf8');
  return fatalMessagesIn(text).at(-1);
}

/** The messages alone, without time stamp and process number, and without those about refused or ended sessions. */
export function fatalMessagesIn(log: string): string[] {
  const messages = [...log.matchAll(/(?:FATAL|PANIC):\s+(.*)/g)].map(([, message]) => message ?? '');
  return messages.filter((message) => !/^the database system is|^terminating connection/.test(message));
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
