// An assessment sealed once, with a key that nobody has any more. It must verify for ever: when this fails, the code is wrong, not
// the file. Never make the file anew; a new version of the format gets a golden file beside it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../common/project-root';
import { readDossier } from '../../dossiers/read-dossier';
import { canonicalBytes, digestOf } from '../../common/signing/canonical-bytes';
import { verifySealed } from './verify-sealed';

const TEXT = readFileSync(join(PROJECT_ROOT, 'test/fixtures/sealed/assessment-v1.json'), 'utf8');
const DIGEST = 'ca499589ac6fe6c825c91a48c47ede6859eb90cc977924f03eb108b47e2e2653';
const KEY_ID = '13300bd53b7334de316bee4fd6f908001bd5682e8f86161b5756f7d1b0d4acbd';

jest.setTimeout(60_000);

describe('The golden sealed assessment', () => {
  it('verifies, with the digest and the key that it was sealed with', () => {
    expect(verifySealed(TEXT, { expectedKeyId: KEY_ID })).toMatchObject({
      outcome: 'sealed-and-intact',
      digest: DIGEST,
      keyId: KEY_ID,
    });
  });

  it('has the canonical text that its digest is over', () => {
    const { document } = JSON.parse(TEXT) as { document: unknown };
    expect(digestOf(canonicalBytes(document))).toBe(DIGEST);
  });

  it('does not verify when any one of many characters is another', () => {
    const seal = TEXT.lastIndexOf('"seal"');
    const positions = [
      ...Array.from({ length: 250 }, (_, index) => Math.floor((index * seal) / 250)),
      ...Array.from({ length: TEXT.trimEnd().length - seal }, (_, index) => seal + index),
    ];
    const missed = positions.filter((position) => {
      const flipped = String.fromCharCode(TEXT.charCodeAt(position) ^ 1);
      const changed = TEXT.slice(0, position) + flipped + TEXT.slice(position + 1);
      return verifySealed(changed).outcome === 'sealed-and-intact';
    });
    expect(missed).toEqual([]);
    expect(positions.length).toBeGreaterThan(700);
  });

  it('does not verify when cut short or carried on', () => {
    for (const changed of [
      TEXT.slice(0, -3),
      `${TEXT}{}`,
      `${TEXT.trimEnd()},`,
      TEXT.replace('{', '{ "a": 1,'),
    ]) {
      expect(verifySealed(changed).outcome).toBe('malformed');
    }
  });

  it('holds facts that can still be read', () => {
    const { document } = JSON.parse(TEXT) as { document: { dossier: unknown; asOf: string } };
    expect(readDossier(JSON.stringify(document.dossier)).asOf).toBe(document.asOf);
  });
});
