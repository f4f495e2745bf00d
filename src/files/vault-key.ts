// The installation's key to the keys of its files: an age identity in one file of the data folder, which only its owner reads.
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { createSecretFile, readSecretFile } from '../common/secret-file';

/** The key file is there but cannot be trusted or read; nothing was changed. */
export class VaultKeyError extends Error {
  readonly code = 'file-key-unusable';
}

/**
 * The identity in the file at `path`, made first where there is none.
 * @returns AGE-SECRET-KEY-1...
 * @throws VaultKeyError when the file holds no identity or others may read it
 */
export async function loadOrCreateVaultKey(path: string): Promise<string> {
  const kept = await readKey(path);
  if (kept) return kept;
  createSecretFile(path, `${await generateX25519Identity()}\n`);
  const made = await readKey(path);
  if (!made)
    throw new VaultKeyError('The key file of stored files vanished while it was being made; start again.');
  return made;
}

async function readKey(path: string): Promise<string | undefined> {
  const text = readSecretFile(path, (reason) => new VaultKeyError(`The key file of stored files ${reason}.`));
  if (text === undefined) return undefined;
  const identity = text.trim();
  try {
    await identityToRecipient(identity);
  } catch {
    throw new VaultKeyError('The key file of stored files holds no age identity; restore it from a backup.');
  }
  return identity;
}
