import { ProcessState } from './process-state';

/** The lock files of PostgreSQL: `postmaster.pid` in the data directory, and one beside each unix socket. */
export interface ServerLockFile {
  pid: number;
  /** seconds since 1970 */
  startedAt: number;
  port: number;
  /** empty until the server has made its socket, and on Windows */
  socketFolder: string;
  /** empty when it listens on no TCP address */
  listenAddress: string;
}

/** @returns undefined for text that is not such a file (an empty one, left by a full disk) */
export function parseServerLockFile(text: string): ServerLockFile | undefined {
  const [pid, , startedAt, port, socketFolder, listenAddress] = text.split('\n').map((line) => line.trim());
  if (!pid || !/^-?\d+$/.test(pid)) return undefined;
  return {
    pid: Math.abs(Number(pid)), // negative for a server in single-user mode
    startedAt: Number(startedAt ?? 0),
    port: Number(port ?? 0),
    socketFolder: socketFolder ?? '',
    listenAddress: listenAddress === '*' ? '127.0.0.1' : (listenAddress ?? ''),
  };
}

/** The clock may have been set since; this much is no proof of another boot. */
const CLOCK_TOLERANCE_SECONDS = 60;

/**
 * Whether the server named in a lock file is gone. PostgreSQL itself only asks whether a process of that number exists,
 * and so takes a zombie, or whatever got the number after a restart, for a running server.
 * @param owner the process of that number now
 * @param here the real path of the data directory, and when this machine was started (seconds since 1970)
 * @returns why it is gone, or undefined when it runs
 */
export function whyServerIsGone(
  file: ServerLockFile,
  owner: ProcessState | undefined,
  here: { cluster: string; bootedAt: number },
): string | undefined {
  if (!owner) return 'its process has ended';
  if (owner.zombie) return 'its process has ended and was not collected by its parent';
  if (owner.command !== undefined && owner.command !== 'postgres')
    return 'its number belongs to another program now';
  if (owner.workingFolder !== undefined) {
    return owner.workingFolder === here.cluster ? undefined : 'its number belongs to another PostgreSQL now';
  }
  if (file.startedAt < here.bootedAt - CLOCK_TOLERANCE_SECONDS) return 'this machine was restarted since';
  return undefined;
}

/** No process can have this number, on any of our platforms. */
const NOBODYS_PID = 2147483647;

/**
 * The lock file with a process number that PostgreSQL sees to be gone. Better than removing the file: its last lines name
 * the shared memory, by which PostgreSQL refuses to start while orphaned children of the old server still write.
 */
export function withoutOwner(text: string): string {
  return [String(NOBODYS_PID), ...text.split('\n').slice(1)].join('\n');
}
