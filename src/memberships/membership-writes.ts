// The statements that write memberships, each with its event. The transaction has to be open for the organization.
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { recordEvents } from '../audit-log/audit-log';
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
  await manager.insert(Membership, {
    ...{ organizationId, id, personId, role, firmId, endsOn },
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
