// Who belongs to a practice and who is invited, in words.
import type { MemberResponse } from '../memberships/member.dto';
import { ROLE_LABELS } from './people-words';
import type { InvitationResponse } from './invitation.dto';

export interface MemberView {
  href: string;
  name: string;
  email: string;
  role: string;
  endsOn: string | null;
  hasSecondFactor: boolean;
  since: Date;
}

export interface InvitationView {
  at: string;
  email: string;
  role: string;
  endsOn: string | null;
  expiresAt: Date;
  isExpired: boolean;
}

export interface PeopleView {
  at: string;
  members: MemberView[];
  former: { name: string; role: string; endedAt: Date }[];
  invitations: InvitationView[];
}

/** Open invitations are those that were neither accepted nor withdrawn; one that has expired can be sent again. */
export function peopleView(
  organizationId: string,
  members: readonly MemberResponse[],
  invitations: readonly InvitationResponse[],
  now: Date,
): PeopleView {
  const at = `/organizations/${organizationId}/settings/people`;
  return {
    at,
    members: members.filter(({ endedAt }) => !endedAt).map((member) => memberView(at, member)),
    former: members.flatMap(({ name, role, endedAt }) =>
      endedAt ? [{ name, role: ROLE_LABELS[role], endedAt }] : [],
    ),
    invitations: invitations
      .filter(({ acceptedAt, withdrawnAt }) => !acceptedAt && !withdrawnAt)
      .map(({ id, email, role, endsOn = null, expiresAt }) => ({
        ...{ at: `${at}/invitations/${id}`, email, role: ROLE_LABELS[role], endsOn, expiresAt },
        isExpired: expiresAt <= now,
      })),
  };
}

function memberView(at: string, member: MemberResponse): MemberView {
  const { id, name, email, role, endsOn = null, hasSecondFactor, createdAt } = member;
  return {
    href: `${at}/${id}`,
    name,
    email,
    role: ROLE_LABELS[role],
    endsOn,
    hasSecondFactor,
    since: createdAt,
  };
}
