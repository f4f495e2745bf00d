import type { DomainError } from '../common/problems/domain.error';
import { decisionOn, fateOf, LEASE_MILLISECONDS, type KeyState } from './key-decisions';

const [SAME, OTHER, ANSWER] = [Buffer.from('same'), Buffer.from('other'), Buffer.from('answer')];

function outcome(state: KeyState, stored: Buffer | null, sent: Buffer | null, age = 0): string {
  try {
    const answer = state === 'answered' ? ANSWER : null;
    const startedAt = new Date('2026-11-22T12:00:00Z');
    const now = new Date(startedAt.getTime() + age);
    return decisionOn({ state, bodyDigest: stored, answer, startedAt }, sent, now).toString();
  } catch (error) {
    return (error as DomainError).code;
  }
}

describe('a request under a key that is taken', () => {
  it.each([
    ['answered', 'the same body', SAME, SAME, 'answer'],
    ['answered', 'another body', SAME, OTHER, 'idempotency-key-reused'],
    ['answered', 'an upload not read yet', SAME, null, 'read-body'],
    ['worked', 'the same body', SAME, SAME, 'idempotency-in-progress'],
    ['worked', 'another body', SAME, OTHER, 'idempotency-key-reused'],
    ['worked', 'an upload not read yet', SAME, null, 'idempotency-in-progress'],
    ['running', 'the same body', SAME, SAME, 'idempotency-in-progress'],
    ['running', 'another body', SAME, OTHER, 'idempotency-key-reused'],
    ['running', 'an upload, while the first is being read', null, null, 'idempotency-in-progress'],
  ] as const)('%s, with %s', (state, _what, stored, sent, expected) => {
    expect(outcome(state, stored, sent)).toBe(expected);
  });

  it.each([
    ['worked', LEASE_MILLISECONDS - 1, 'idempotency-in-progress'],
    ['worked', LEASE_MILLISECONDS, 'idempotency-outcome-unknown'],
    ['answered', LEASE_MILLISECONDS, 'answer'],
  ] as const)('%s, begun %i ms ago', (state, age, expected) => {
    expect(outcome(state, SAME, SAME, age)).toBe(expected);
  });
});

describe('a key after an answer', () => {
  it.each([
    [200, 'keep'],
    [201, 'keep'],
    [202, 'keep'],
    [204, 'keep'],
    [400, 'keep-if-worked'],
    [403, 'keep-if-worked'],
    [409, 'keep-if-worked'],
    [422, 'keep-if-worked'],
    [429, 'release'],
    [500, 'release-unless-worked'],
    [503, 'release-unless-worked'],
  ])('of status %i: %s', (status, fate) => {
    expect(fateOf(status)).toBe(fate);
  });
});
