// The note that the last attempt left of how it failed. A full disk is what makes backups fail: the note is whole or not there, and one that cannot
// be read (of an earlier version, say, which wrote it in place) keeps nobody from making the next backup.
import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { DRAFT } from '../write-backup';

/** How the last attempt failed; gone after one that did not. */
export interface BackupFailure {
  at: string;
  /** a code: of a BackupError, of the system or of PostgreSQL */
  code: string;
}

const UNREADABLE = 'note-unreadable';

/** Null where nothing is noted. A note that cannot be read is of a failure as old as the note. */
export async function readNote(path: string): Promise<BackupFailure | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  const failure = failureIn(text);
  if (failure) return failure;
  const found = await stat(path).catch(() => null); // another process may have taken it away
  return found && { at: found.mtime.toISOString(), code: UNREADABLE };
}

export async function writeNote(path: string, failure: BackupFailure): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}${DRAFT}`;
  try {
    await writeFile(draft, `${JSON.stringify(failure)}\n`, { mode: 0o600 });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined); // a draft that stays goes with those of backups
    throw error;
  }
}

function failureIn(text: string): BackupFailure | null {
  try {
    const { at, code } = JSON.parse(text) as Partial<BackupFailure>;
    return typeof at === 'string' && typeof code === 'string' && !Number.isNaN(Date.parse(at))
      ? { at, code }
      : null;
  } catch {
    return null; // no JSON, or null
  }
}
