// Opening and ending sessions. The transaction has to be open for the person.
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { SESSION_TOKENS } from '../identity/secret-token';
import { recordPersonEvent } from '../people/person-events';
import type { RequestClient } from './request-client';

/** However busy, a session ends after a day (NIST SP 800-63B-4 section 2.2.3, AAL2). */
const LONGEST_HOURS = 24;

export interface OpenedSession {
  id: string;
  /** shown this once; only its digest is stored */
  token: string;
  expiresAt: Date;
  secondFactor: 'none' | 'needed' | 'given';
}

export type SignedInBy = 'setup' | 'password' | 'invitation' | 'passkey' | 'single_sign_on';

/**
 * @param by `secondFactorGiven`: true for means that are two factors in themselves; `ownFactors`: false where another vouches for the person
 */
export async function openSession(
  manager: EntityManager,
  personId: string,
  by: { means: SignedInBy; secondFactorGiven: boolean; hasSecondFactor: boolean; ownFactors?: boolean },
  { address, client, requestId }: RequestClient,
  now: Date,
): Promise<OpenedSession> {
  const [id, token] = [uuidv7(), SESSION_TOKENS.make()];
  const expiresAt = new Date(now.getTime() + LONGEST_HOURS * 3_600_000);
  await manager.query(
    `insert into session (id, person_id, digest, client, address, created_at, last_seen_at, expires_at, second_factor_at, own_factors)
     values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9)`,
    [
      id,
      personId,
      SESSION_TOKENS.digestOf(token),
      client,
      address,
      now,
      expiresAt,
      by.secondFactorGiven ? now : null,
      by.ownFactors ?? true,
    ],
  );
  await recordPersonEvent(manager, { personId, sessionId: id, requestId }, now, {
    action: 'session.opened',
    data: { by: by.means },
  });
  const secondFactor = by.secondFactorGiven ? 'given' : by.hasSecondFactor ? 'needed' : 'none';
  return { id, token, expiresAt, secondFactor };
}

/** From now on the session rests on the person's own factors, and reaches all that is theirs. @returns whether it did not before */
export async function noteOwnFactors(
  manager: EntityManager,
  personId: string,
  sessionId: string,
): Promise<boolean> {
  const [changed] = await manager.query<[object[], number]>(
    'update session set own_factors = true where person_id = $1 and id = $2 and not own_factors returning 1',
    [personId, sessionId],
  );
  return changed.length > 0;
}

/** Ends one session, or all but one. @returns how many ended */
export async function endSessions(
  manager: EntityManager,
  personId: string,
  which: { only: string } | { allBut: string | null },
  requestId: string,
  now: Date,
): Promise<number> {
  const [condition, id] =
    'only' in which ? ['id = $3', which.only] : ['id is distinct from $3', which.allBut];
  const [ended] = await manager.query<[{ id: string }[], number]>(
    `update session set ended_at = $2 where person_id = $1 and ended_at is null and ${condition} returning id`,
    [personId, now, id],
  );
  for (const session of ended) {
    await recordPersonEvent(manager, { personId, sessionId: session.id, requestId }, now, {
      action: 'session.ended',
    });
  }
  return ended.length;
}
