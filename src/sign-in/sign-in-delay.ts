// How long the next attempt has to wait. Each wrong attempt doubles the wait, up to a quarter of an hour; nothing is ever locked for good, so nobody
// can lock an owner out by trying.

export interface DelayRule {
  /** so many wrong attempts cost nothing: people mistype */
  free: number;
}

/**
 * Counted apart: this account from this address, this account from anywhere, this address on any account; a second factor from addresses from which
 * it was never given, and from all others together: a hundred, as many as NIST SP 800-63B-4 section 3.2.2 has follow each other, then those wait too.
 */
export const DELAY_RULES = {
  pair: { free: 5 },
  account: { free: 20 },
  address: { free: 50 },
  secondFactor: { free: 5 },
  secondFactorKnown: { free: 100 },
} as const satisfies Record<string, DelayRule>;

export type CountedKind = keyof typeof DELAY_RULES;

const LONGEST_SECONDS = 900;
const FORGOTTEN_AFTER_SECONDS = 86_400;

export interface Failures {
  failures: number;
  lastFailedAt: Date;
}

/** Wrong attempts that still count: a quiet day forgets them. */
export function countedFailures({ failures, lastFailedAt }: Failures, now: Date): number {
  return secondsBetween(lastFailedAt, now) >= FORGOTTEN_AFTER_SECONDS ? 0 : failures;
}

/** Seconds until the next attempt is looked at; 0 when it may come now. */
export function secondsToWait(kind: CountedKind, past: Failures, now: Date): number {
  const over = countedFailures(past, now) - DELAY_RULES[kind].free + 1;
  if (over <= 0) return 0;
  const delay = Math.min(LONGEST_SECONDS, 2 ** Math.min(over, 10));
  return Math.max(0, Math.ceil(delay - secondsBetween(past.lastFailedAt, now)));
}

function secondsBetween(earlier: Date, later: Date): number {
  return (later.getTime() - earlier.getTime()) / 1000;
}
