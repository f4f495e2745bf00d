// The installation's Ed25519 key: made at the first start, kept in one file that only its owner reads.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { createSecretFile, readSecretFile } from '../secret-file';

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
 * the same key.
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
  const pem = readSecretFile(path, (reason) => new SigningKeyError(`The signing key file ${reason}.`));
  if (pem === undefined) return undefined;
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

function createKeyFile(path: string): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  createSecretFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const kept = readKeyFile(path);
  if (!kept) throw new SigningKeyError('The signing key file vanished while it was being made; start again.');
  return kept;
}
