// The rows of invitations, for those who invite and for those who accept.
import type { EntityManager } from 'typeorm';
import { recordEvents } from '../audit-log/audit-log';
import { DomainError } from '../common/problems/domain.error';
import type { Caller } from '../identity/caller';
import type { InvitationResponse } from './invitation.dto';

export const INVITATION_COLUMNS = `i.id, i.email, i.role, i.ends_on as "endsOn", i.invited_by as "invitedBy", i.created_at as "createdAt",
  i.expires_at as "expiresAt", i.accepted_at as "acceptedAt", i.withdrawn_at as "withdrawnAt"`;

/** @throws DomainError not-found */
export async function selectInvitation(
  manager: EntityManager,
  organizationId: string,
  id: string,
): Promise<InvitationResponse> {
  const text = `select ${INVITATION_COLUMNS} from invitation i where i.organization_id = $1 and i.id = $2`;
  const [row] = await manager.query<InvitationResponse[]>(text, [organizationId, id]);
  if (!row) throw new DomainError('not-found', 'There is no invitation with this id.');
  return row;
}

export function recordInvitationEvent(
  manager: EntityManager,
  organizationId: string,
  caller: Caller,
  now: Date,
  id: string,
  action: string,
  data: Record<string, unknown>,
): Promise<void> {
  return recordEvents(manager, organizationId, caller, now, [
    { action, subjectKind: 'invitation', subjectId: id, data },
  ]);
}
