// What an export holds, entry by entry, signed by the installation: whoever has the archive can tell that it is whole and was made here.
import { createPublicKey, sign, verify } from 'node:crypto';
import { canonicalBytes, digestOf, NotCanonicalError } from '../common/signing/canonical-bytes';
import { fingerprintOf, type SigningKey } from '../common/signing/signing-key';
import type { ArchivedEntry } from './export-archive';

export const MANIFEST_NAME = 'manifest.json';
export const MANIFEST_FORMAT = 'duecare-practice-export';
/** Of the binder of one assessment (src/binders): the same form, and checked by the same command. */
export const BINDER_FORMAT = 'duecare-binder';
export const MANIFEST_FORMATS = [MANIFEST_FORMAT, BINDER_FORMAT] as const;
export const MANIFEST_FORMAT_VERSION = 1;

export const FILE_LACKS = ['missing', 'damaged', 'destroyed-meanwhile'] as const;

/** A stored file that is not in the export, or not whole. */
export interface LackingFile {
  id: string;
  why: (typeof FILE_LACKS)[number];
}

export interface ExportManifest {
  format: (typeof MANIFEST_FORMATS)[number];
  formatVersion: typeof MANIFEST_FORMAT_VERSION;
  organization: { id: string; key: string; name: string };
  /** the moment as of which everything is */
  at: string;
  productVersion: string;
  /** where the audit log stood */
  auditLog: {
    sequence: number;
    digest: string;
    /** the entry before the first one that is here, where only a part of the log is */
    after?: { sequence: number; digest: string };
  };
  /** the sealed assessment that a binder is about */
  assessment?: { id: string; digest: string };
  entries: ArchivedEntry[];
  lackingFiles: LackingFile[];
}

export interface SignedManifest {
  manifest: ExportManifest;
  signature: {
    algorithm: 'Ed25519';
    /** SHA-256 of the canonical JSON (RFC 8785) of the manifest, lower-case hex */
    digest: string;
    /** SPKI in DER, base64 */
    publicKey: string;
    /** SHA-256 of that, lower-case hex */
    keyId: string;
    signature: string;
  };
}

export function signManifest(
  manifest: ExportManifest,
  { privateKey, publicKey, keyId }: SigningKey,
): SignedManifest {
  const digest = digestOf(canonicalBytes(manifest));
  const signature = sign(null, statementOf(manifest.format, digest), privateKey).toString('base64');
  return { manifest, signature: { algorithm: 'Ed25519', digest, publicKey, keyId, signature } };
}

/** What is wrong with the signature, in a sentence; null when the holder of the key that it names signed this manifest. */
export function faultOfManifest({ manifest, signature }: SignedManifest): string | null {
  if (digestIfCanonical(manifest) !== signature.digest)
    return 'The manifest is not as it was signed: its digest differs.';
  return isSignedBy(manifest.format, signature) ? null : 'The signature of the manifest does not verify.';
}

/** Undefined for what no version of this software wrote. */
function digestIfCanonical(manifest: ExportManifest): string | undefined {
  try {
    return digestOf(canonicalBytes(manifest));
  } catch (error) {
    if (error instanceof NotCanonicalError) return undefined;
    throw error;
  }
}

function isSignedBy(
  format: ExportManifest['format'],
  { digest, publicKey, keyId, signature }: SignedManifest['signature'],
): boolean {
  try {
    const der = Buffer.from(publicKey, 'base64');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return (
      key.asymmetricKeyType === 'ed25519' &&
      fingerprintOf(der) === keyId &&
      verify(null, statementOf(format, digest), key, Buffer.from(signature, 'base64'))
    );
  } catch {
    return false; // no key at all
  }
}

/** Names its purpose, so that no signature made for something else can pass for one under an export. */
function statementOf(format: ExportManifest['format'], digest: string): Buffer {
  return Buffer.from(`${format} 1\nRFC8785 SHA-256 ${digest}\n`);
}
