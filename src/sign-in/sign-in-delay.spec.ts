import { countedFailures, secondsToWait } from './sign-in-delay';

const now = new Date('2026-11-28T12:00:00Z');
const past = (failures: number, secondsAgo = 0) => ({
  failures,
  lastFailedAt: new Date(now.getTime() - secondsAgo * 1000),
});

describe('after wrong attempts the next one waits', () => {
  it.each([
    ['pair', 4, 0],
    ['pair', 5, 2],
    ['pair', 6, 4],
    ['pair', 10, 64],
    ['pair', 14, 900],
    ['pair', 5000, 900],
    ['account', 19, 0],
    ['account', 20, 2],
    ['address', 49, 0],
    ['address', 50, 2],
    ['secondFactor', 5, 2],
    ['secondFactorKnown', 99, 0],
    ['secondFactorKnown', 100, 2],
  ] as const)('%s: after %i, %i seconds', (kind, failures, seconds) => {
    expect(secondsToWait(kind, past(failures), now)).toBe(seconds);
  });

  it('no longer than what is left of the wait', () => {
    expect(secondsToWait('pair', past(10, 60), now)).toBe(4);
    expect(secondsToWait('pair', past(10, 64), now)).toBe(0);
  });

  it('and never for good: a quarter of an hour is the longest, a quiet day forgets', () => {
    expect(secondsToWait('account', past(1_000_000, 900), now)).toBe(0);
    expect(countedFailures(past(1_000_000, 86_400), now)).toBe(0);
  });
});
