// Who stands behind the document, and how anybody can check it.
import type { SealedAssessment, Signing } from '../../assessments/assessment.document';
import { stateOf, stateWords } from './assessment-state';
import { instantInWords, longDate } from './date-words';
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
  kept: string;
  earlier: { asOf: string; digest: string }[];
  noEarlier: string;
}

const MOST_EARLIER = 20;

const KEPT =
  'A sealed assessment never changes: what is new goes into the next one, and this one stays beside it. Keep it for six years from the day it was made or was last in effect, whichever is later (45 CFR 164.316(b)(2)(i)), and as closely as the records that it is about: it tells where the practice is weak.';

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
    kept: KEPT,
    earlier: (document.earlierVersions ?? []).slice(0, MOST_EARLIER).map(({ asOf, digest }) => ({
      asOf: longDate(asOf),
      digest: inBlocks(digest),
    })),
    noEarlier: document.earlierVersions ? 'None: this is the first.' : 'Nothing here tells of earlier ones.',
    timestamps: seal.timestamps.length > 0 ? `${seal.timestamps.length} (RFC 3161)` : 'None',
  };
}
