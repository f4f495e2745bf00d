// Whether a sealed assessment is what was sealed. A signature proves that the holder of a key sealed these bytes; whose key that is,
// its fingerprint tells those who know the practice's: compare it, or hand in the one expected.
import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { AssessmentDocument, SealedAssessment, Signing } from '../assessment.document';
import { canonicalBytes, digestOf, NotCanonicalError } from '../../common/signing/canonical-bytes';
import { readEnvelope } from './read-envelope';
import { sealStatement } from './seal-document';
import { fingerprintOf } from '../../common/signing/signing-key';

interface Intact {
  document: AssessmentDocument;
  /** the text that was verified: read on from this, not from the file */
  canonicalText: string;
  digest: string;
}

export type Verification =
  | (Intact & { outcome: 'sealed-and-intact'; keyId: string; signOff: Signing })
  | (Intact & { outcome: 'draft-intact' })
  | { outcome: 'digest-mismatch' | 'signature-invalid' | 'other-key' | 'malformed'; because: string };

export interface VerifyOptions {
  /** fingerprint of the key that must have signed */
  expectedKeyId?: string;
}

/** Verifies the text of an envelope. Never throws for what the text holds. */
export function verifySealed(text: Buffer | string, options: VerifyOptions = {}): Verification {
  const envelope = readEnvelope(text);
  if ('malformed' in envelope) return { outcome: 'malformed', because: envelope.malformed };
  const canonicalText = canonicalTextOf(envelope);
  if (canonicalText === undefined)
    return { outcome: 'malformed', because: 'The document has no canonical form.' };
  const digest = digestOf(canonicalText);
  if (digest !== envelope.seal.digest.hex) {
    return {
      outcome: 'digest-mismatch',
      because: 'The document is not the one that was sealed: its digest differs.',
    };
  }
  return judgeSignature({ document: envelope.document, canonicalText, digest }, envelope.seal, options);
}

function judgeSignature(
  intact: Intact,
  { signatures }: SealedAssessment['seal'],
  options: VerifyOptions,
): Verification {
  const { status, signOff } = intact.document;
  const [signature] = signatures;
  if (!signature) {
    if (status !== 'sealed') return { outcome: 'draft-intact', ...intact };
    return invalid('The document says that it is sealed, but its signature is missing.');
  }
  if (status !== 'sealed' || !signOff)
    return invalid('There is a signature under a document that nobody signed off.');
  const publicKey = publicKeyOf(signature.publicKey);
  if (!publicKey) return invalid('The public key is not an Ed25519 key.');
  if (fingerprintOf(Buffer.from(signature.publicKey, 'base64')) !== signature.keyId) {
    return invalid('The key id is not the fingerprint of the public key.');
  }
  if (!verify(null, sealStatement(intact.digest), publicKey, Buffer.from(signature.signature, 'base64'))) {
    return invalid('The signature does not belong to this document and key.');
  }
  if (options.expectedKeyId !== undefined && options.expectedKeyId !== signature.keyId) {
    return { outcome: 'other-key', because: `It was sealed with another key: ${signature.keyId}.` };
  }
  return { outcome: 'sealed-and-intact', ...intact, keyId: signature.keyId, signOff };
}

function canonicalTextOf({ document }: SealedAssessment): string | undefined {
  try {
    return canonicalBytes(document);
  } catch (error) {
    if (error instanceof NotCanonicalError) return undefined;
    throw error;
  }
}

/** Undefined unless the base64 is the DER of an Ed25519 key as this key is always written. */
function publicKeyOf(base64: string): KeyObject | undefined {
  try {
    const der = Buffer.from(base64, 'base64');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    const isPlain =
      key.asymmetricKeyType === 'ed25519' && key.export({ type: 'spki', format: 'der' }).equals(der);
    return isPlain ? key : undefined;
  } catch {
    return undefined;
  }
}

function invalid(because: string): Verification {
  return { outcome: 'signature-invalid', because };
}
