import { existsSync, readFileSync, statSync } from 'node:fs';
import { EmbeddedPostgresError } from './embedded-postgres.error';

/** The account that PostgreSQL runs as when we are root, which PostgreSQL refuses to run as. */
export interface ServerAccount {
  name: string;
  uid: number;
  gid: number;
}

/** In the order in which we would have them. */
const UNPRIVILEGED = ['postgres', 'nobody'];

/** True when this process is root (never on Windows). */
export function runsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The accounts of a passwd file; negative numbers (macOS writes nobody as -2) become the unsigned ones they stand for. */
export function parsePasswd(text: string): ServerAccount[] {
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    if (!name || name.startsWith('#') || !uid || !gid) return [];
    return [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 }];
  });
}

/**
 * Whom PostgreSQL runs as.
 *
 * An existing cluster decides: whoever owns its files goes on owning them, so a `postgres` account that appears later, or
 * a start as root after one as an ordinary user, changes nothing.
 * @param cluster the PostgreSQL data directory, which need not exist
 * @returns undefined when this process is an ordinary user and PostgreSQL runs as the same
 */
export function serverAccountFor(cluster: string): ServerAccount | undefined {
  if (!runsAsRoot()) return undefined;
  const accounts = parsePasswd(readPasswd());
  const owner = existsSync(cluster) ? statSync(cluster) : undefined;
  if (owner && owner.uid !== 0) {
    const known = accounts.find((account) => account.uid === owner.uid);
    return known ?? { name: String(owner.uid), uid: owner.uid, gid: owner.gid };
  }
  for (const name of UNPRIVILEGED) {
    const account = accounts.find((candidate) => candidate.name === name && candidate.uid !== 0);
    if (account) return account;
  }
  throw new EmbeddedPostgresError(
    'no-unprivileged-user',
    'PostgreSQL does not run as root, and this machine has neither a "postgres" nor a "nobody" user to run it as. ' +
      'Start Duecare as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.',
  );
}

function readPasswd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
}
