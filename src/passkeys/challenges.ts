// What an authenticator has to sign: random, for one ceremony of one session, taken once, for five minutes. Only digests are stored.
import { hash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

export const CHALLENGE_MINUTES = 5;

/** Registration and second factor are of somebody in a session; who signs in is nobody yet. */
export type ChallengeSubject =
  | { ceremony: 'registration' | 'second_factor'; personId: string; sessionId: string }
  | { ceremony: 'sign_in'; personId: null; sessionId: null };

export const SIGNING_IN: ChallengeSubject = { ceremony: 'sign_in', personId: null, sessionId: null };

/** @param challenge in base64url, as it goes to the browser. @returns until when it can be answered */
export async function keepChallenge(
  manager: EntityManager,
  challenge: string,
  { ceremony, personId, sessionId }: ChallengeSubject,
  now: Date,
): Promise<Date> {
  const expiresAt = new Date(now.getTime() + CHALLENGE_MINUTES * 60_000);
  await manager.query('delete from webauthn_challenge where expires_at <= $1', [now]);
  await manager.query(
    `insert into webauthn_challenge (digest, ceremony, person_id, session_id, expires_at) values ($1, $2, $3, $4, $5)`,
    [digestOf(challenge), ceremony, personId, sessionId, expiresAt],
  );
  return expiresAt;
}

/** Takes a challenge, whatever comes of it. @returns whether it was given out for this and is still good */
export async function takeChallenge(
  manager: EntityManager,
  challenge: string,
  { ceremony, personId, sessionId }: ChallengeSubject,
  now: Date,
): Promise<boolean> {
  const [taken] = await manager.query<[object[], number]>(
    `delete from webauthn_challenge where digest = $1 and ceremony = $2 and person_id is not distinct from $3
       and session_id is not distinct from $4 and expires_at > $5 returning 1`,
    [digestOf(challenge), ceremony, personId, sessionId, now],
  );
  return taken.length > 0;
}

function digestOf(challenge: string): string {
  return `\\x${hash('sha256', challenge)}`;
}
