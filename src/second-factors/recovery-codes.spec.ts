import {
  digestOfRecoveryCode,
  newRecoveryCodes,
  RECOVERY_CODE_LENGTH,
  RECOVERY_CODE_PATTERN,
} from './recovery-codes';

const PATTERN = new RegExp(RECOVERY_CODE_PATTERN);

describe('recovery codes', () => {
  it('are ten of 28 letters and digits out of 32: 140 bits each, and none twice', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^[a-km-np-z2-9]{4}(-[a-km-np-z2-9]{4}){6}$/);
      expect(code).toHaveLength(RECOVERY_CODE_LENGTH);
      expect(code).toMatch(PATTERN);
    }
  });

  it('use every letter of their alphabet about as often', () => {
    const letters = Array.from({ length: 100 }, newRecoveryCodes).flat().join('').replaceAll('-', '');
    const counts = new Map<string, number>();
    for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(32);
    // 28,000 letters, 875 of each expected: seven standard deviations either way.
    for (const count of counts.values()) expect(Math.abs(count - 875)).toBeLessThan(7 * 30);
  });

  it('from before they were lengthened are still taken, and nothing in between', () => {
    expect('k7qm-2xwp-9rtd-hn4c').toMatch(PATTERN);
    expect('k7qm-2xwp-9rtd-hn4c-v3fz').not.toMatch(PATTERN);
  });

  it('are stored as digests', () => {
    expect(digestOfRecoveryCode('k7qm-2xwp-9rtd-hn4c')).toMatch(/^\\x[0-9a-f]{64}$/);
  });
});
