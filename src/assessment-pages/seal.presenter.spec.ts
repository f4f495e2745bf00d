import { generateKeyPairSync } from 'node:crypto';
import { sealedAssessment, unsignedDraft } from '../../test/factories/assessment-document.factory';
import { canonicalBytes, sealDocument, verifySealed } from '../assessments/sealing';
import { signingKeyOf } from '../common/signing/signing-key';
import { sealView } from './seal.presenter';

const key = signingKeyOf(generateKeyPairSync('ed25519').privateKey);
const sealed = sealDocument(sealedAssessment().document, key);
const text = (one: object) => JSON.stringify(one);

it('says that the seal holds, who sealed it and whose key it is', () => {
  const found = verifySealed(text(sealed));
  expect(sealView(found, key.keyId)).toMatchObject({
    holds: true,
    word: 'The seal holds.',
    keyId: key.keyId,
  });
  expect(sealView(found, key.keyId)?.told).toContain('the key of this installation');
  expect(sealView(found, key.keyId)?.told).toContain(sealed.document.signOff?.name);
  expect(sealView(found, 'another')?.told).toContain('another key');
});

it('says so when it does not, and nothing of a draft', () => {
  const changed = { ...sealed, document: { ...sealed.document, title: 'Another title' } };
  expect(canonicalBytes(changed.document)).not.toBe(canonicalBytes(sealed.document));
  expect(sealView(verifySealed(text(changed)), key.keyId)).toMatchObject({
    holds: false,
    word: 'The seal does not hold.',
  });
  expect(sealView({ ...verifySealed(text(sealed)), outcome: 'draft-intact' } as never, key.keyId)).toBeNull();
  expect(unsignedDraft().seal.signatures).toEqual([]);
});
