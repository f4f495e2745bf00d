// A checkpoint: the installation's signature under where the log of an organization stood. Whoever holds one can tell later whether
// the log still reaches that far and still says the same.
import { createPublicKey, sign, verify } from 'node:crypto';
import { canonicalBytes } from '../common/signing/canonical-bytes';
import { fingerprintOf, type SigningKey } from '../common/signing/signing-key';

export interface CheckpointStatement {
  organizationId: string;
  /** of the last entry that it covers */
  sequence: number;
  /** of that entry: with it, of all entries before */
  digest: string;
  /** when it was signed: 2026-03-01T09:30:00.000Z */
  at: string;
}

export interface Checkpoint extends CheckpointStatement {
  /** SPKI in DER, base64 */
  publicKey: string;
  /** SHA-256 of that, lower-case hex */
  keyId: string;
  signature: string;
}

export function signCheckpoint(
  statement: CheckpointStatement,
  { privateKey, publicKey, keyId }: SigningKey,
): Checkpoint {
  const signature = sign(null, signedText(statement), privateKey).toString('base64');
  return { ...statement, publicKey, keyId, signature };
}

/** Whether the holder of the key that it names signed it. Whose key that is, its fingerprint tells. */
export function isSigned(checkpoint: Checkpoint): boolean {
  try {
    const der = Buffer.from(checkpoint.publicKey, 'base64');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return (
      key.asymmetricKeyType === 'ed25519' &&
      fingerprintOf(der) === checkpoint.keyId &&
      verify(null, signedText(checkpoint), key, Buffer.from(checkpoint.signature, 'base64'))
    );
  } catch {
    return false; // no key at all
  }
}

/** Names its purpose, so that no signature made for something else can pass for a checkpoint. */
function signedText({ organizationId, sequence, digest, at }: CheckpointStatement): Buffer {
  const text = canonicalBytes({ organizationId, sequence, digest, at });
  return Buffer.from(`duecare-audit-log-checkpoint 1\n${text}\n`);
}
