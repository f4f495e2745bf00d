import { isRecent } from './recent-sign-in';

const now = new Date('2026-11-28T12:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe('somebody has just shown who they are', () => {
  it.each([
    ['without a second factor, by signing in', false, 9, null, true],
    ['without a second factor, ten minutes ago to the second', false, 10, null, true],
    ['without a second factor, longer ago', false, 11, null, false],
    ['with one, by giving it in a session of yesterday', true, 1440, 9, true],
    ['with one, given longer ago', true, 1440, 11, false],
    ['with one that was not given, however new the session', true, 0, null, false],
    ['with one given too long ago, however new the session', true, 0, 11, false],
  ])('%s', (_what, hasSecondFactor, opened, given, expected) => {
    const factors = {
      hasSecondFactor,
      openedAt: ago(opened),
      secondFactorAt: given === null ? null : ago(given),
    };
    expect(isRecent(factors, now)).toBe(expected);
  });
});
