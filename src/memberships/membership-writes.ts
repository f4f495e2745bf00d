// The statements that write memberships, each with its event. The transaction has to be open for the organization.
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { recordEvents } from '../audit-log/audit-log';
import { enterPerson } from '../database/tenancy';
import type { Caller } from '../identity/caller';
import type { Role } from '../permissions/roles';
import { Membership } from './membership.entity';

export interface NewMembership {
  personId: string;
  role: Role;
  firmId?: string | null;
  endsOn?: string | null;
}

/** @returns the id */
export async function addMembership(
  manager: EntityManager,
  organizationId: string,
  caller: Caller,
  { personId, role, firmId = null, endsOn = null }: NewMembership,
  now: Date,
): Promise<string> {
  const id = uuidv7();
  await endEarlierCalendarLinks(manager, organizationId, personId, now);
  await manager.insert(Membership, {
    ...{ organizationId, id, personId, role, firmId, endsOn },
    sessionsFrom: await sessionsFromOf(manager, organizationId, personId),
    ...{ version: 1, createdAt: now, updatedAt: now },
  });
  const event = {
    action: 'membership.began',
    subjectKind: 'membership',
    subjectId: id,
    data: { person: personId, role, endsOn, firm: firmId },
  };
  await recordEvents(manager, organizationId, caller, now, [event]);
  return id;
}

/** Of an earlier membership too: its links opened nothing since it ended, and do not begin to again. */
async function endEarlierCalendarLinks(
  manager: EntityManager,
  organizationId: string,
  personId: string,
  now: Date,
): Promise<void> {
  await manager.query(
    `update calendar_link set revoked_at = $3 where organization_id = $1 and person_id = $2 and revoked_at is null`,
    [organizationId, personId, now],
  );
}

/** Of an earlier membership: who comes back does not come back with the sessions that were ended. */
async function sessionsFromOf(
  manager: EntityManager,
  organizationId: string,
  personId: string,
): Promise<Date | null> {
  const [row] = await manager.query<{ latest: Date | null }[]>(
    'select max(sessions_from) as latest from membership where organization_id = $1 and person_id = $2',
    [organizationId, personId],
  );
  return row?.latest ?? null;
}

/**
 * Of the sessions that the person has, none opens the organization from now on. A process whose clock is ahead may have opened one later than now:
 * the latest is a bound too.
 */
export async function endSessionsHere(
  manager: EntityManager,
  { organizationId, id, personId }: { organizationId: string; id: string; personId: string },
  now: Date,
): Promise<void> {
  await enterPerson(manager, personId);
  await manager.query(
    `update membership m set version = m.version + 1, updated_at = $4, sessions_from = greatest($4, m.sessions_from,
       (select max(s.created_at) from session s where s.person_id = $3 and s.ended_at is null and s.expires_at > $4))
     where m.organization_id = $1 and m.id = $2`,
    [organizationId, id, personId, now],
  );
}
