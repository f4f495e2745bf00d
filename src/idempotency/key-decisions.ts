// What is to become of a request under a key, from what is known of the key: plain decisions over plain data.
import { DomainError } from '../common/problems/domain.error';

export type KeyState =
  /** begun; nothing that it does is saved yet */
  | 'running'
  /** what it does, or a part of it, is saved; the answer is not kept yet */
  | 'worked'
  | 'answered';

export interface StoredKey {
  state: KeyState;
  /** null while an upload is being read */
  bodyDigest: Buffer | null;
  /** encrypted; there when the state is `answered` */
  answer: Buffer | null;
  startedAt: Date;
}

/**
 * For so long a request that has begun may be at work. A key whose request saved nothing by then is free again: its process died. Should it
 * be alive after all, it finds another attempt on the key and takes its work back.
 */
export const LEASE_MILLISECONDS = 120_000;

/**
 * For a request whose key is taken.
 * @param bodyDigest null for an upload that has not been read
 * @returns the answer to send again, or `read-body` when the upload has to be read to tell
 * @throws DomainError idempotency-key-reused, idempotency-in-progress, idempotency-outcome-unknown
 */
export function decisionOn(stored: StoredKey, bodyDigest: Buffer | null, now: Date): Buffer | 'read-body' {
  if (bodyDigest && stored.bodyDigest && !bodyDigest.equals(stored.bodyDigest)) throw reused();
  if (stored.state === 'running') throw inProgress();
  if (!stored.answer) {
    const mayBeAtWork = now.getTime() - stored.startedAt.getTime() < LEASE_MILLISECONDS;
    throw mayBeAtWork ? inProgress() : outcomeUnknown();
  }
  return bodyDigest ? stored.answer : 'read-body';
}

export function inProgress(): DomainError {
  return new DomainError(
    'idempotency-in-progress',
    'A request with this Idempotency-Key is being worked on. Try again in a moment.',
    [],
    2,
  );
}

function reused(): DomainError {
  const detail = 'was used here for a request with another body, query or If-Match';
  return new DomainError('idempotency-key-reused', `This Idempotency-Key ${detail}.`, [
    { pointer: '/Idempotency-Key', code: 'already-there', detail },
  ]);
}

function outcomeUnknown(): DomainError {
  return new DomainError(
    'idempotency-outcome-unknown',
    'A request with this Idempotency-Key saved something, and its answer was lost. It is not done again.',
  );
}

/**
 * What becomes of the key once there is an answer. A key remembers work: where nothing was saved there is nothing to protect, and the same
 * key may try again.
 */
export type Fate = 'keep' | 'keep-if-worked' | 'release-unless-worked' | 'release';

export function fateOf(status: number): Fate {
  if (status === 429) return 'release'; // refused before anything was looked at
  if (status >= 500) return 'release-unless-worked';
  return status >= 400 ? 'keep-if-worked' : 'keep';
}
