// Who stands behind the document, and how anybody can check it.
import type { SealedAssessment, Signing } from '../../assessments/assessment.document';
import { stateOf, stateWords } from './assessment-state';
import { instantInWords } from './date-words';
import { inBlocks } from './method.presenter';
import { samePersonWords } from './same-person';
import { redactionWords } from './redaction-words';

export interface SignOffView {
  isSealed: boolean;
  state: string;
  assessor: string;
  signings: { act: string; name: string; role: string; at: string; statement: string }[];
  /** said where one person did both: a second pair of eyes was not there; empty otherwise */
  samePerson: string;
  redactions: string[];
  digest: { algorithm: string; hex: string; canonicalization: string };
  signatures: { algorithm: string; keyId: string; publicKey: string }[];
  timestamps: string;
}

export function signOffView(sealed: SealedAssessment): SignOffView {
  const { document, seal } = sealed;
  const isSealed = stateOf(sealed) === 'sealed';
  const signing = (act: string, one: Signing | null) =>
    one
      ? [{ act, name: one.name, role: one.role, at: instantInWords(one.at), statement: one.statement }]
      : [];
  return {
    isSealed,
    state: stateWords(sealed),
    assessor: document.assessor ? `${document.assessor.name}, ${document.assessor.role}` : 'Not named',
    signings: [
      ...signing('Reviewed', document.review),
      ...signing('Sealed', isSealed ? document.signOff : null),
    ],
    samePerson: samePersonWords(document),
    redactions: redactionWords(document),
    digest: {
      algorithm: seal.digest.algorithm,
      hex: inBlocks(seal.digest.hex),
      canonicalization: seal.canonicalization === 'RFC8785' ? 'RFC 8785' : seal.canonicalization,
    },
    signatures: seal.signatures.map(({ algorithm, keyId, publicKey }) => ({
      algorithm,
      keyId: inBlocks(keyId),
      publicKey,
    })),
    timestamps: seal.timestamps.length > 0 ? `${seal.timestamps.length} (RFC 3161)` : 'None',
  };
}
