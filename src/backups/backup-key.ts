// The key to the backups: an age identity in one file of the data folder, which only its owner reads. Backups are encrypted to it, and to whoever else
// BACKUP_RECIPIENTS names.
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSecretFile, readSecretFile } from '../common/secret-file';
import { BackupError } from './backup.error';

export const BACKUP_KEY_FILE = 'backup-key.txt';

/**
 * The identity in the data folder, made first where there is none.
 * @returns AGE-SECRET-KEY-1...
 * @throws BackupError key-unusable when the file holds no identity or others may read it
 */
export async function loadOrCreateBackupKey(dataFolder: string): Promise<string> {
  const path = join(dataFolder, BACKUP_KEY_FILE);
  const refuse = (reason: string) => new BackupError('key-unusable', `The backup key ${path} ${reason}.`);
  if (readSecretFile(path, refuse) === undefined)
    createSecretFile(path, `${await generateX25519Identity()}\n`);
  return identityIn(readSecretFile(path, refuse) ?? '', path);
}

/**
 * The identity in a file that somebody names.
 * @throws BackupError key-unusable when it cannot be read or holds none
 */
export async function readBackupKey(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(
      'key-unusable',
      error.code === 'ENOENT'
        ? `There is no key file ${path}. Name the copy that you keep apart with --key.`
        : `The key file ${path} cannot be read (${error.code}).`,
    );
  });
  return identityIn(text, path);
}

/** The first line that is neither empty nor a comment, as age's own tools write them. */
async function identityIn(text: string, path: string): Promise<string> {
  const identity = text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !line.startsWith('#'));
  try {
    await identityToRecipient(identity ?? '');
  } catch {
    throw new BackupError('key-unusable', `${path} holds no age identity (AGE-SECRET-KEY-1...).`);
  }
  return identity as string;
}
