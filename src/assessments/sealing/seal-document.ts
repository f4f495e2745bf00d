// Sealing: the canonical text is digested, and the installation signs a statement that names the digest and what it is of.
import { sign } from 'node:crypto';
import type { AssessmentDocument, SealedAssessment } from '../assessment.document';
import { canonicalBytes, digestOf } from '../../common/signing/canonical-bytes';
import type { SigningKey } from '../../common/signing/signing-key';

/** The bytes that are signed. They name their purpose, so that no signature made for something else can pass for a seal. */
export function sealStatement(digestHex: string): Buffer {
  return Buffer.from(`duecare-assessment-seal 1\nRFC8785 SHA-256 ${digestHex}\n`);
}

/**
 * The document with the installation's signature.
 * @throws Error unless its status is `sealed` and it names who signed it off: a seal under a draft would say more than anyone stated
 */
export function sealDocument(
  document: AssessmentDocument,
  { privateKey, publicKey, keyId }: SigningKey,
): SealedAssessment {
  if (document.status !== 'sealed' || !document.signOff) {
    throw new Error('Only an assessment that a named person has signed off can be sealed.');
  }
  const envelope = unsigned(document);
  const signature = sign(null, sealStatement(envelope.seal.digest.hex), privateKey).toString('base64');
  envelope.seal.signatures.push({ algorithm: 'Ed25519', publicKey, keyId, signature });
  return envelope;
}

/**
 * The envelope of a draft or reviewed assessment: digest, no signature.
 * @throws Error when the document says that it is sealed
 */
export function draftEnvelope(document: AssessmentDocument): SealedAssessment {
  if (document.status === 'sealed') throw new Error('A sealed assessment needs its signature.');
  return unsigned(document);
}

function unsigned(document: AssessmentDocument): SealedAssessment {
  const hex = digestOf(canonicalBytes(document));
  return {
    document,
    seal: {
      canonicalization: 'RFC8785',
      digest: { algorithm: 'SHA-256', hex },
      signatures: [],
      timestamps: [],
    },
  };
}
