// What gives lasting power over an account (a passkey more or less, new recovery codes) is for somebody who has just shown who they are: a session
// that was left open, or a token that was copied, is not enough.
import type { EntityManager } from 'typeorm';
import { DomainError } from '../common/problems/domain.error';
import type { PersonCaller } from '../identity/caller';

export const RECENT_MINUTES = 10;

export interface SessionFactors {
  hasSecondFactor: boolean;
  openedAt: Date;
  secondFactorAt: Date | null;
}

/** Who has a second factor gave it within ten minutes; who has none signed in within ten minutes. */
export function isRecent({ hasSecondFactor, openedAt, secondFactorAt }: SessionFactors, now: Date): boolean {
  const shown = hasSecondFactor ? secondFactorAt : openedAt;
  return shown !== null && now.getTime() - shown.getTime() <= RECENT_MINUTES * 60_000;
}

/** @throws DomainError recent-sign-in-needed */
export async function refuseUnlessRecent(
  manager: EntityManager,
  { id, sessionId }: PersonCaller,
  now: Date,
): Promise<void> {
  const [factors] = await manager.query<SessionFactors[]>(
    `select p.has_second_factor as "hasSecondFactor", s.created_at as "openedAt", s.second_factor_at as "secondFactorAt"
     from session s join person p on p.id = s.person_id where s.person_id = $1 and s.id = $2`,
    [id, sessionId],
  );
  if (factors && isRecent(factors, now)) return;
  throw new DomainError(
    'recent-sign-in-needed',
    factors?.hasSecondFactor
      ? `Give your second factor in this session once more; it counts for ${RECENT_MINUTES} minutes.`
      : `Sign in once more; it counts for ${RECENT_MINUTES} minutes.`,
  );
}
