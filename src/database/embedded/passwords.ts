import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { APPLICATION_ROLE, OWNER_ROLE, SUPERVISOR_ROLE } from './cluster-paths';
import { EmbeddedPostgresError } from './embedded-postgres.error';

type Role = typeof SUPERVISOR_ROLE | typeof OWNER_ROLE | typeof APPLICATION_ROLE;

/** The password of each role of the cluster. */
export type Passwords = Record<Role, string>;

/** New passwords of 192 random bits, in letters that need no quoting in SQL or in a URL. */
export function randomPasswords(): Passwords {
  const password = (): string => randomBytes(24).toString('base64url');
  return {
    [SUPERVISOR_ROLE]: password(),
    [OWNER_ROLE]: password(),
    [APPLICATION_ROLE]: password(),
  };
}

/** Writes the passwords for the current user alone, and to the disk: without them the cluster is lost. */
export async function writePasswords(path: string, passwords: Passwords): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(JSON.stringify(passwords, null, 2) + '\n');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** @throws EmbeddedPostgresError cluster-damaged when the file cannot be read or lacks a password */
export async function readPasswords(path: string): Promise<Passwords> {
  try {
    const read = JSON.parse(await readFile(path, 'utf8')) as Partial<Passwords>;
    const { [SUPERVISOR_ROLE]: supervisor, [OWNER_ROLE]: owner, [APPLICATION_ROLE]: application } = read;
    if (!supervisor || !owner || !application) throw new Error('a password is missing');
    return { [SUPERVISOR_ROLE]: supervisor, [OWNER_ROLE]: owner, [APPLICATION_ROLE]: application };
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'cluster-damaged',
      `The passwords of the database cannot be read from ${path}. Put that file back from a backup.`,
      { cause },
    );
  }
}
