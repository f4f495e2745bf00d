// The installation's Ed25519 key: made at the first start, kept in one file that only its owner reads.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import * as files from 'node:fs';
import { dirname } from 'node:path';

export const SIGNING_KEY = Symbol('SigningKey');

export interface SigningKey {
  privateKey: KeyObject;
  /** SPKI in DER, base64 */
  publicKey: string;
  /** SHA-256 of the public key's DER, lower-case hex: the fingerprint to compare by */
  keyId: string;
}

/** The key file is there but cannot be trusted or read; nothing was changed. */
export class SigningKeyError extends Error {
  readonly code = 'signing-key-unusable';
}

/**
 * The key in the file at `path` (PKCS #8, PEM), made first where there is none. However many processes start at once, all get
 * the same key: the whole file appears under its name in one step, and only if the name is free.
 * @throws SigningKeyError when the file is not an Ed25519 private key or others may read it
 */
export function loadOrCreateSigningKey(path: string): SigningKey {
  return readKeyFile(path) ?? createKeyFile(path);
}

export function signingKeyOf(privateKey: KeyObject): SigningKey {
  const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  return { privateKey, publicKey: der.toString('base64'), keyId: fingerprintOf(der) };
}

/** What everybody may know of the key: enough to verify seals made with it. */
export function publishedKey({ keyId, publicKey }: SigningKey): {
  keyId: string;
  publicKey: string;
  algorithm: 'Ed25519';
} {
  return { keyId, publicKey, algorithm: 'Ed25519' };
}

/** SHA-256 of a public key's SPKI DER, lower-case hex. */
export function fingerprintOf(spkiDer: Buffer): string {
  return createHash('sha256').update(spkiDer).digest('hex');
}

function readKeyFile(path: string): SigningKey | undefined {
  let pem: string;
  try {
    refuseWhenOthersMayRead(path);
    pem = files.readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const privateKey = parse(pem);
  if (privateKey?.asymmetricKeyType !== 'ed25519') {
    throw new SigningKeyError('The signing key file holds no Ed25519 private key; restore it from a backup.');
  }
  return signingKeyOf(privateKey);
}

function parse(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    return undefined; // the message of the parser could repeat the key
  }
}

function refuseWhenOthersMayRead(path: string): void {
  const { mode } = files.statSync(path);
  if (process.platform === 'win32' || (mode & 0o077) === 0) return;
  throw new SigningKeyError(
    'The signing key file can be read by others; give it to its owner alone (chmod 600).',
  );
}

function createKeyFile(path: string): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  files.mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${Date.now()}.new`;
  writeDurably(draft, pem);
  try {
    putInPlace(draft, path);
    syncFolder(dirname(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    files.unlinkSync(draft);
  }
  const kept = readKeyFile(path);
  if (!kept) throw new SigningKeyError('The signing key file vanished while it was being made; start again.');
  return kept;
}

const NO_HARD_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/** A link, unlike a rename, fails when the name is taken. Where the file system has none, an exclusive copy comes closest. */
function putInPlace(draft: string, path: string): void {
  try {
    files.linkSync(draft, path);
  } catch (error) {
    if (!NO_HARD_LINKS.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    files.copyFileSync(draft, path, files.constants.COPYFILE_EXCL);
  }
}

function writeDurably(path: string, text: string | Buffer): void {
  const file = files.openSync(path, 'wx', 0o600); // O_CREAT | O_EXCL
  try {
    files.writeSync(file, text.toString());
    files.fsyncSync(file);
  } finally {
    files.closeSync(file);
  }
}

/** So that the name survives a power cut as well as the content does. Windows opens no folders. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = files.openSync(path, 'r');
  try {
    files.fsyncSync(folder);
  } finally {
    files.closeSync(folder);
  }
}
