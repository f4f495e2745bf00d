// What checking a seal found, in plain words. It is checked whenever the page is shown, over the bytes that are stored.
import type { Verification } from '../assessments/sealing';
import { instantInWords } from '../reports/security-risk-assessment/date-words';

export interface SealView {
  holds: boolean;
  word: string;
  told: string;
  keyId: string;
}

/**
 * @param ownKeyId fingerprint of the key of this installation
 * @returns null for what is not sealed
 */
export function sealView(found: Verification, ownKeyId: string): SealView | null {
  if (found.outcome === 'draft-intact') return null;
  if (found.outcome !== 'sealed-and-intact') {
    const told = `${found.because} Do not rely on it. The person who looks after the computer that Duecare runs on can put it back from a backup.`;
    return { holds: false, word: 'The seal does not hold.', told, keyId: '' };
  }
  const { signOff, keyId } = found;
  const same = `Checked just now: not one letter has changed since ${signOff.name} sealed it, ${instantInWords(signOff.at)}.`;
  const key =
    keyId === ownKeyId
      ? 'It was made with the key of this installation.'
      : 'It was made with another key than this installation has today: compare its fingerprint with the one that you wrote down then.';
  return { holds: true, word: 'The seal holds.', told: `${same} ${key}`, keyId };
}
