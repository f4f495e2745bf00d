import { generateKeyPairSync, sign } from 'node:crypto';
import { draftAssessment } from '../../../test/factories/assessment-document.factory';
import type { AssessmentDocument, SealedAssessment } from '../assessment.document';
import { canonicalBytes } from '../../common/signing/canonical-bytes';
import { draftEnvelope, sealDocument, sealStatement } from './seal-document';
import { signingKeyOf } from '../../common/signing/signing-key';
import { verifySealed } from './verify-sealed';

const KEY = signingKeyOf(generateKeyPairSync('ed25519').privateKey);
const OTHER_KEY = signingKeyOf(generateKeyPairSync('ed25519').privateKey);

const SIGN_OFF = {
  name: 'Dana Whitfield',
  role: 'Security official',
  at: '2026-11-22T15:04:05.000Z',
  statement: 'I have read this assessment.',
};

function signedOff(): AssessmentDocument {
  return draftAssessment({ status: 'sealed', signOff: SIGN_OFF });
}

function sealed(): SealedAssessment {
  return structuredClone(sealDocument(signedOff(), KEY));
}

/** What verification says of the sealed assessment after a change to its envelope. */
function outcomeAfter(change: (envelope: SealedAssessment) => void): string {
  const envelope = sealed();
  change(envelope);
  return verifySealed(JSON.stringify(envelope)).outcome;
}

const firstSignature = ({ seal }: SealedAssessment) => {
  const [signature] = seal.signatures;
  if (!signature) throw new Error('unsigned');
  return signature;
};

describe('A sealed assessment', () => {
  it('verifies, and says with which key and by whom it was sealed', () => {
    const verification = verifySealed(JSON.stringify(sealed()));
    expect(verification).toMatchObject({ outcome: 'sealed-and-intact', keyId: KEY.keyId, signOff: SIGN_OFF });
  });

  it('hands out the text that was verified', () => {
    const verification = verifySealed(JSON.stringify(sealed()));
    expect('canonicalText' in verification && verification.canonicalText).toBe(canonicalBytes(signedOff()));
  });

  it('verifies in any layout and order of fields, since the canonical text is what counts', () => {
    const { document, seal } = sealed();
    const reversed = { seal, document: Object.fromEntries(Object.entries(document).reverse()) };
    expect(verifySealed(Buffer.from(JSON.stringify(reversed, null, 4))).outcome).toBe('sealed-and-intact');
  });

  it('verifies against the key expected, and not against another', () => {
    const text = JSON.stringify(sealed());
    expect(verifySealed(text, { expectedKeyId: KEY.keyId }).outcome).toBe('sealed-and-intact');
    expect(verifySealed(text, { expectedKeyId: OTHER_KEY.keyId }).outcome).toBe('other-key');
  });

  it('made twice from the same document has the same bytes', () => {
    expect(JSON.stringify(sealed())).toBe(JSON.stringify(sealed()));
  });

  it('is only made of what a named person signed off', () => {
    expect(() => sealDocument(draftAssessment(), KEY)).toThrow('signed off');
    expect(() => sealDocument(draftAssessment({ status: 'sealed' }), KEY)).toThrow('signed off');
    expect(() => draftEnvelope(signedOff())).toThrow('signature');
  });
});

describe('A draft', () => {
  it.each(['draft', 'reviewed'] as const)('that is %s and untouched is told as such', (status) => {
    const text = JSON.stringify(draftEnvelope(draftAssessment({ status })));
    expect(verifySealed(text).outcome).toBe('draft-intact');
  });

  it('that was changed does not verify', () => {
    const envelope = draftEnvelope(draftAssessment());
    const changed = { ...envelope, document: { ...envelope.document, asOf: '2020-01-01' } };
    expect(verifySealed(JSON.stringify(changed)).outcome).toBe('digest-mismatch');
  });
});

describe('Tampering', () => {
  it.each<[string, (envelope: SealedAssessment) => void, string]>([
    ['a word of the document', ({ document }) => (document.title += '!'), 'digest-mismatch'],
    ['a field added', ({ document }) => Object.assign(document, { extra: 1 }), 'digest-mismatch'],
    [
      'a field taken out',
      ({ document }) => Object.assign(document, { review: undefined }),
      'digest-mismatch',
    ],
    [
      'a number made a fraction',
      ({ document }) => Object.assign(document, { extra: 0.5 }),
      'digest-mismatch',
    ],
    ['the digest', ({ seal }) => (seal.digest.hex = 'a'.repeat(64)), 'digest-mismatch'],
    ['the digest in capitals', ({ seal }) => (seal.digest.hex = seal.digest.hex.toUpperCase()), 'malformed'],
    ['another algorithm', ({ seal }) => Object.assign(seal.digest, { algorithm: 'MD5' }), 'malformed'],
    ['another canonical form', ({ seal }) => Object.assign(seal, { canonicalization: 'none' }), 'malformed'],
    ['the signature taken out', ({ seal }) => (seal.signatures = []), 'signature-invalid'],
    ['a second signature', ({ seal }) => seal.signatures.push(...seal.signatures), 'malformed'],
    ['a field in the seal', ({ seal }) => Object.assign(seal, { note: 'x' }), 'malformed'],
    [
      'a field in the signature',
      (envelope) => Object.assign(firstSignature(envelope), { note: 'x' }),
      'malformed',
    ],
    ['a field in the envelope', (envelope) => Object.assign(envelope, { note: 'x' }), 'malformed'],
    ['a timestamp', ({ seal }) => seal.timestamps.push({ kind: 'RFC3161', token: 'x' }), 'malformed'],
    ['no signatures field', ({ seal }) => Object.assign(seal, { signatures: undefined }), 'malformed'],
    ['a record of signatures', ({ seal }) => Object.assign(seal, { signatures: { length: 0 } }), 'malformed'],
    ['no document', (envelope) => Object.assign(envelope, { document: null }), 'malformed'],
    ['another format', ({ document }) => Object.assign(document, { format: 'duecare-dossier' }), 'malformed'],
    ['a format of the future', ({ document }) => Object.assign(document, { formatVersion: 2 }), 'malformed'],
    ['an unknown status', ({ document }) => Object.assign(document, { status: 'final' }), 'malformed'],
    ['a sealed document without sign-off', ({ document }) => (document.signOff = null), 'malformed'],
    ['the key id', (envelope) => (firstSignature(envelope).keyId = OTHER_KEY.keyId), 'signature-invalid'],
    [
      'the public key',
      (envelope) => (firstSignature(envelope).publicKey = OTHER_KEY.publicKey),
      'signature-invalid',
    ],
    [
      'key and key id',
      (envelope) =>
        Object.assign(firstSignature(envelope), { publicKey: OTHER_KEY.publicKey, keyId: OTHER_KEY.keyId }),
      'signature-invalid',
    ],
    ['a key that is none', (envelope) => (firstSignature(envelope).publicKey = 'AAAA'), 'signature-invalid'],
    ['a second spelling of base64', (envelope) => (firstSignature(envelope).signature += '\n'), 'malformed'],
    ['an empty signature', (envelope) => (firstSignature(envelope).signature = ''), 'malformed'],
  ])('with %s is noticed', (_what, change, outcome) => expect(outcomeAfter(change)).toBe(outcome));

  it('by making a draft of a sealed one is told apart from the sealed one', () => {
    const { document } = sealed();
    const draft = draftEnvelope({ ...document, status: 'draft', signOff: null });
    expect(verifySealed(JSON.stringify(draft)).outcome).toBe('draft-intact');
    const signature = sign(null, sealStatement(draft.seal.digest.hex), KEY.privateKey).toString('base64');
    const { publicKey, keyId } = KEY;
    draft.seal.signatures.push({ algorithm: 'Ed25519', publicKey, keyId, signature });
    expect(verifySealed(JSON.stringify(draft)).outcome).toBe('signature-invalid');
  });

  it('does not pass off a signature over the bare document as a seal', () => {
    const envelope = sealed();
    const bare = sign(null, Buffer.from(canonicalBytes(envelope.document)), KEY.privateKey);
    firstSignature(envelope).signature = bare.toString('base64');
    expect(verifySealed(JSON.stringify(envelope)).outcome).toBe('signature-invalid');
  });

  it('by a field that stands twice is noticed, whichever of the two was sealed', () => {
    const text = JSON.stringify(sealed());
    const before = text.replace('"asOf":', '"asOf":"2020-01-01","asOf":');
    const escaped = text.replace('"asOf":', '"\\u0061sOf":"2020-01-01","asOf":');
    const envelopes = text.replace(/^\{/, '{"document":{},');
    for (const twice of [before, escaped, envelopes]) expect(verifySealed(twice).outcome).toBe('malformed');
  });
});

describe('What is no assessment at all', () => {
  it.each<[string, string | Buffer]>([
    ['nothing', ''],
    ['a word', 'hello'],
    ['null', 'null'],
    ['a list', '[]'],
    ['an empty record', '{}'],
    ['a PDF', Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1')],
    ['half a file', JSON.stringify({ document: {} }).slice(0, 10)],
    ['two files in one', '{}{}'],
    ['brackets without end', '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('%s is malformed', (_what, text) => {
    expect(verifySealed(text)).toEqual({ outcome: 'malformed', because: expect.stringMatching(/^It /) });
  });
});
