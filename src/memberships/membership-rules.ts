// Who may give, change and end which membership. What a role may do at all stands in permissions/roles.ts; this is what one member may do to another.
import type { Role } from '../permissions/roles';

export interface MembershipChange {
  /** role of whoever changes it */
  by: Role;
  /** null for a new member */
  from: Role | null;
  /** null for an end */
  to: Role | null;
  endsOn: string | null;
  /** owners beside the one who is changed */
  otherOwners: number;
}

export interface MembershipRefusal {
  code: 'forbidden' | 'last-owner' | 'records-incoherent';
  detail: string;
}

/** @returns why not, or null */
export function refusalOfMembership({
  by,
  from,
  to,
  endsOn,
  otherOwners,
}: MembershipChange): MembershipRefusal | null {
  if ((from === 'owner' || to === 'owner') && by !== 'owner') {
    return { code: 'forbidden', detail: 'Only an owner makes an owner, changes one or lets one go.' };
  }
  const stays = to === 'owner' && endsOn === null;
  if (from === 'owner' && !stays && otherOwners === 0) {
    return { code: 'last-owner', detail: 'Somebody has to own the organization: name another owner first.' };
  }
  if (to === 'auditor' && endsOn === null) {
    return { code: 'records-incoherent', detail: 'An auditor reads until a date: say which.' };
  }
  return null;
}
