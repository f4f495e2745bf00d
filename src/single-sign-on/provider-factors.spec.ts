import { saysSecondFactor } from './provider-factors';

const NOTHING = { secondFactorAmr: [], secondFactorAcr: [] };
const MFA = { secondFactorAmr: ['mfa', 'hwk'], secondFactorAcr: ['urn:level:2'] };

describe('the word of a provider on a second factor', () => {
  it.each([
    ['counts where the organization says what it means', { amr: ['pwd', 'mfa'] }, MFA, true],
    ['by a class of authentication', { acr: 'urn:level:2' }, MFA, true],
    ['does not count of itself', { amr: ['pwd', 'mfa'], acr: 'urn:level:2' }, NOTHING, false],
    ['not for other methods', { amr: ['pwd', 'otp'] }, MFA, false],
    ['not for another class', { acr: 'urn:level:22' }, MFA, false],
    ['not for a method in place of a list', { amr: 'mfa' }, MFA, false],
    ['not for things that are no words', { amr: [['mfa'], 1, null], acr: ['urn:level:2'] }, MFA, false],
    ['not for nothing', {}, MFA, false],
  ])('%s', (_what, claims, words, expected) => {
    expect(saysSecondFactor(claims, words)).toBe(expected);
  });
});
