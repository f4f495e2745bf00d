// The statements that second factors share, whether codes of an app or passkeys. The transaction has to be open for the person.
import type { EntityManager } from 'typeorm';
import type { PersonCaller } from '../identity/caller';
import { endSessions } from '../sessions/session-writes';
import { digestOfRecoveryCode, newRecoveryCodes } from './recovery-codes';

/** Notes that the second factor was given in the caller's session. */
export async function markGiven(
  manager: EntityManager,
  { id, sessionId }: PersonCaller,
  now: Date,
): Promise<void> {
  await manager.query('update session set second_factor_at = $3 where person_id = $1 and id = $2', [
    id,
    sessionId,
    now,
  ]);
}

/** Keeps with the account whether a second factor is set up. @returns whether one is */
export async function noteSecondFactor(manager: EntityManager, personId: string): Promise<boolean> {
  const [updated] = await manager.query<[{ has: boolean }[], number]>(
    `update person set has_second_factor =
       exists (select from totp t where t.person_id = person.id and t.confirmed_at is not null)
       or exists (select from passkey k where k.person_id = person.id)
     where id = $1 returning has_second_factor as has`,
    [personId],
  );
  return updated[0]?.has === true;
}

/** After a second factor was taken away: other sessions end, and with the last one go the recovery codes. */
export async function settleAfterRemoval(
  manager: EntityManager,
  caller: PersonCaller,
  now: Date,
): Promise<void> {
  if (!(await noteSecondFactor(manager, caller.id))) {
    await manager.query('delete from recovery_code where person_id = $1', [caller.id]);
    await manager.query('update session set second_factor_at = null where person_id = $1', [caller.id]);
  }
  await endSessions(manager, caller.id, { allBut: caller.sessionId }, caller.requestId, now);
}

/** New recovery codes in place of the earlier ones. @returns the codes, to be shown this once */
export async function writeRecoveryCodes(manager: EntityManager, personId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await manager.query('delete from recovery_code where person_id = $1', [personId]);
  await manager.query('insert into recovery_code (person_id, digest) select $1, unnest($2::bytea[])', [
    personId,
    codes.map(digestOfRecoveryCode),
  ]);
  return codes;
}
